import { dayMs, hourMs, minuteMs, plus, type Instant } from '@regulars/core/shared';

/** After this long without a clear answer a person has to look. */
export const giveUpAfterMs = 3 * dayMs;

/**
 * When to ask the store again: after as long as has passed since the reward was planned, a minute at least and six hours
 * at most, so that the waits double; never sooner than the store asked for. After a lost answer a minute also gives the
 * request that may still be running time to end.
 *
 * @returns null when it is time to give up.
 */
export function retryLater(plannedAt: Instant, now: Instant, retryAfterMs: number | null): Instant | null {
  const ageMs = now - plannedAt;
  if (ageMs >= giveUpAfterMs) return null;
  return plus(now, Math.max(minuteMs, Math.min(ageMs, 6 * hourMs), retryAfterMs ?? 0));
}
