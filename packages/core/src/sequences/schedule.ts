import { plus, type Instant } from '../shared/instant.ts';
import { findLocalTime, findOpening } from './send-window.ts';
import type { WaitStep } from './step.ts';

/**
 * When a wait that begins now ends: its delay later, and then at the time of day or in the window it names.
 * Never before the delay is over.
 *
 * @throws RangeError when the zone is unknown.
 * @example
 * ```ts
 * const wait = { id: 'rest', kind: 'wait', delayMs: 3 * dayMs, window: { from: '09:00', until: '18:00' } } as const;
 * findWaitEnd(wait, parseInstant('2026-11-20T21:00:00Z'), 'Europe/Amsterdam'); // 2026-11-24T08:00:00Z
 * ```
 */
export function findWaitEnd(wait: WaitStep, now: Instant, timeZone: string): Instant {
  let end = plus(now, wait.delayMs);
  if (wait.untilLocalTime !== undefined) end = findLocalTime(end, wait.untilLocalTime, timeZone);
  if (wait.window !== undefined) end = findOpening(end, wait.window, timeZone);
  return end;
}
