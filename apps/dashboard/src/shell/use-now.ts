import { useEffect, useState } from 'react';

const minuteMs = 60_000;

/** The present moment in milliseconds, moving on once a minute: for `3 minutes ago`. */
export function useNow(): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), minuteMs);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}
