import { dayMs, type Instant } from './instant.ts';
import { toLocalTime } from './zoned-time.ts';

/**
 * The day that a calendar in an IANA zone shows at an instant, as whole days since 1970-01-01.
 *
 * @throws RangeError when the zone is unknown; ask `isTimeZone` first.
 * @example
 * ```ts
 * toLocalDay(toInstant(0), 'America/New_York'); // -1: there it is still 1969-12-31
 * ```
 */
export function toLocalDay(instant: Instant, zone: string): number {
  if (zone === 'UTC') return Math.floor(instant / dayMs);
  const { year, month, day } = toLocalTime(instant, zone);
  return Date.UTC(year, month - 1, day) / dayMs;
}
