/** At most one call per `windowMs`, the last one never lost: hundreds of batches a second need not be told one by one. */
export function coalesce(
  action: () => void,
  windowMs: number,
): { readonly trigger: () => void; readonly cancel: () => void } {
  let timer: NodeJS.Timeout | null = null;
  return {
    trigger: () => {
      timer ??= setTimeout(() => {
        timer = null;
        action();
      }, windowMs);
    },
    cancel: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
