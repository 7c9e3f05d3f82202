import { z } from 'zod';
import type { Instant } from '../shared/instant.ts';
import { fromLocalTime, toLocalTime, type LocalTime } from '../shared/zoned-time.ts';

/** A time of day as people write it, `00:00` to `23:59`. */
export const localTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, e.g. 09:00');

/** The hours, and if named the days of the week (1 is Monday), in which something may happen, in the store's zone. */
export const sendWindowSchema = z
  .strictObject({
    from: localTimeSchema,
    /** The first minute that is too late. */
    until: localTimeSchema,
    weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).optional(),
  })
  .refine((window) => window.from < window.until, { path: ['until'], message: 'must be later in the day than "from"' });

export type SendWindow = z.infer<typeof sendWindowSchema>;

/** Longer than any run of days on which a window can be shut: seven weekdays and a day the zone skips. */
const horizonDays = 16;

/**
 * The first instant from `now` on at which the window is open: `now` itself when it is open already. Where the clock
 * change skips the opening, the window opens with the next minute there is; when even that is too late, the next day.
 *
 * @throws RangeError when the zone is unknown.
 * @example
 * ```ts
 * findOpening(parseInstant('2026-11-22T20:00:00Z'), { from: '09:00', until: '18:00' }, 'Europe/Amsterdam');
 * // 2026-11-23T08:00:00Z
 * ```
 */
export function findOpening(now: Instant, window: SendWindow, timeZone: string): Instant {
  const local = toLocalTime(now, timeZone);
  if (isOpenAt(local, window)) return now;
  for (let days = 0; days <= horizonDays; days += 1) {
    const opening = fromLocalTime(
      { ...local, day: local.day + days, minuteOfDay: toMinuteOfDay(window.from) },
      timeZone,
    );
    if (opening > now && isOpenAt(toLocalTime(opening, timeZone), window)) return opening;
  }
  throw new RangeError('The window never opens.');
}

/**
 * The first instant from `now` on at which the clock in the zone shows this time of day.
 *
 * @throws RangeError when the zone is unknown.
 */
export function findLocalTime(now: Instant, timeOfDay: string, timeZone: string): Instant {
  const local = toLocalTime(now, timeZone);
  for (let days = 0; days <= horizonDays; days += 1) {
    const at = fromLocalTime({ ...local, day: local.day + days, minuteOfDay: toMinuteOfDay(timeOfDay) }, timeZone);
    if (at >= now) return at;
  }
  throw new RangeError('The time of day never comes.');
}

function isOpenAt(local: LocalTime, window: SendWindow): boolean {
  if (local.minuteOfDay < toMinuteOfDay(window.from) || local.minuteOfDay >= toMinuteOfDay(window.until)) return false;
  return window.weekdays === undefined || window.weekdays.includes(toWeekday(local));
}

/** ISO 8601: Monday is 1, Sunday 7. */
function toWeekday({ year, month, day }: LocalTime): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
}

function toMinuteOfDay(timeOfDay: string): number {
  const [hours = 0, minutes = 0] = timeOfDay.split(':').map(Number);
  return hours * 60 + minutes;
}
