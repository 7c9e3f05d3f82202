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

/**
 * The promise's value; `stopped` when the signal comes first, `late` when it takes longer than it may. What becomes of the
 * promise is of no interest then.
 */
export async function inTime<Value>(
  signal: AbortSignal,
  promise: Promise<Value>,
  longestMs: number,
): Promise<Value | 'stopped' | 'late'> {
  const waiting = new AbortController();
  const isLate = waitUnless(AbortSignal.any([signal, waiting.signal]), longestMs);
  try {
    return await Promise.race([promise, isLate.then(() => (signal.aborted ? 'stopped' : 'late'))]);
  } finally {
    waiting.abort();
  }
}
