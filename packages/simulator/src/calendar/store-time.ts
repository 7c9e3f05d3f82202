import { dayMs, hourMs, toInstant, toLocalTime, type Instant } from '@regulars/core/shared';
import { dayFactor, hourFactor, meanDayFactor, weekdayFactor, type Season } from './season.ts';

/**
 * A store's own time, which runs fast when much is bought and slowly at night. In it everybody's purchases are a plain
 * Poisson process; translated to the calendar they have the store's seasons, weekdays and hours (the time-change theorem).
 */
export interface StoreTime {
  /** Days of an average season from the store's beginning to `at`. */
  daysAt(at: Instant): number;
  /** The instant `days` after the beginning; null when that is beyond the end. */
  instantAt(days: number): Instant | null;
}

/** @param from the store's beginning; @param until where its time ends. */
export function createStoreTime(season: Season, timeZone: string, from: Instant, until: Instant): StoreTime {
  const hourCount = Math.ceil((until - from) / hourMs);
  const elapsed = new Float64Array(hourCount + 1);
  const scale = 1 / meanDayFactor(season) / 24;
  let day = { start: -1, offsetHours: 0, factor: 1 };
  for (let hour = 0; hour < hourCount; hour += 1) {
    const at = from + hour * hourMs;
    const utcDay = Math.floor(at / dayMs);
    if (day.start !== utcDay) day = describeDay(season, timeZone, utcDay);
    const localHour = (Math.floor(at / hourMs) + day.offsetHours) % 24;
    elapsed[hour + 1] = elapsed[hour]! + day.factor * hourFactor(localHour) * scale;
  }
  return {
    daysAt(at) {
      const hours = Math.min(Math.max((at - from) / hourMs, 0), hourCount);
      const whole = Math.floor(hours);
      const start = elapsed[whole]!;
      return start + ((elapsed[whole + 1] ?? start) - start) * (hours - whole);
    },
    instantAt(days) {
      if (days < 0 || days >= elapsed[hourCount]!) return null;
      const hour = lastAtMost(elapsed, days);
      const part = (days - elapsed[hour]!) / (elapsed[hour + 1]! - elapsed[hour]!);
      const at = from + Math.floor((hour + part) * hourMs);
      return at < until ? toInstant(at) : null;
    },
  };
}

/** The zone's offset is taken at noon for the whole day: on the two days of a clock change, hours shift by one. */
function describeDay(season: Season, timeZone: string, utcDay: number) {
  const noon = toInstant(utcDay * dayMs + 12 * hourMs);
  const local = toLocalTime(noon, timeZone);
  const localNoon = Date.UTC(local.year, local.month - 1, local.day) / hourMs + local.minuteOfDay / 60;
  const weekday = (utcDay + 3) % 7; // 1970-01-01 was a Thursday
  return {
    start: utcDay,
    offsetHours: Math.round(localNoon - noon / hourMs) + 24,
    factor: dayFactor(season, local.month, local.day) * weekdayFactor(weekday),
  };
}

/** The last index whose value is at most `value`, in an ascending row that begins at or below it. */
function lastAtMost(values: Float64Array, value: number): number {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (values[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
