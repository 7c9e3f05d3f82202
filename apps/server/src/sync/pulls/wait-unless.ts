/** Waits, unless the signal comes first. */
export function waitUnless(signal: AbortSignal, durationMs: number): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, durationMs);
    signal.addEventListener('abort', finish);
    if (signal.aborted) finish();
  });
}

/** The promise's value, or `stopped` when the signal comes first; what becomes of the promise is of no interest then. */
export async function unlessStopped<Value>(signal: AbortSignal, promise: Promise<Value>): Promise<Value | 'stopped'> {
  let onAbort = (): void => undefined;
  const stopped = new Promise<'stopped'>((resolve) => {
    onAbort = () => resolve('stopped');
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
  });
  try {
    return await Promise.race([promise, stopped]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
