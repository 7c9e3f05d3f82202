import { useContext, useEffect, useState } from 'react';

import { ClockContext } from './clock-context.ts';

const minuteMs = 60_000;

/** The present moment in milliseconds, moving on once a minute: for `3 minutes ago`. In a demo it is the demo's. */
export function useNow(): number {
  const aheadMs = useContext(ClockContext);
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), minuteMs);
    return () => clearInterval(timer);
  }, []);
  return nowMs + aheadMs;
}
