import { fromLocalTime, toLocalTime } from '../shared/zoned-time.ts';
import type { Instant } from '../shared/instant.ts';

/** A span of the day in which nobody is written to, in minutes of the local day; it may run over midnight. */
export interface QuietHours {
  readonly fromMinute: number;
  readonly untilMinute: number;
}

/** 21:00 to 08:00. */
export const defaultQuietHours: QuietHours = { fromMinute: 21 * 60, untilMinute: 8 * 60 };

function isQuiet(minuteOfDay: number, { fromMinute, untilMinute }: QuietHours): boolean {
  return fromMinute <= untilMinute
    ? minuteOfDay >= fromMinute && minuteOfDay < untilMinute
    : minuteOfDay >= fromMinute || minuteOfDay < untilMinute;
}

/**
 * When the quiet hours end that `now` lies in, by the recipient's wall clock; null when it lies in none.
 *
 * @throws RangeError when the zone is unknown.
 * @example
 * ```ts
 * const lateEvening = parseInstant('2026-11-22T22:00:00Z');
 * findEndOfQuietHours(lateEvening, 'Europe/London', defaultQuietHours); // 2026-11-23T08:00:00Z
 * ```
 */
export function findEndOfQuietHours(now: Instant, zone: string, hours: QuietHours): Instant | null {
  let local = toLocalTime(now, zone);
  if (!isQuiet(local.minuteOfDay, hours)) return null;
  // A second round is needed only where a zone skips a whole day, and with it the end of its quiet hours.
  for (let round = 0; round < 3; round += 1) {
    const day = local.minuteOfDay < hours.untilMinute ? local.day : local.day + 1;
    const end = fromLocalTime({ ...local, day, minuteOfDay: hours.untilMinute }, zone);
    local = toLocalTime(end, zone);
    if (end > now && !isQuiet(local.minuteOfDay, hours)) return end;
  }
  throw new RangeError('The quiet hours never end.');
}
