import type { YearlyPeriod } from './yearly-period.ts';

/** A time of the year in which more or less is bought. */
interface Peak extends YearlyPeriod {
  readonly factor: number;
}

/** How a store's year goes: a factor for each month, and what stands out beyond that. */
export interface Season {
  /** January to December. */
  readonly months: readonly number[];
  readonly peaks: readonly Peak[];
}

/** Monday to Sunday: parcels are ordered early in the week, little on Saturdays. */
const weekdays = [1.12, 1.08, 1.02, 0.98, 0.9, 0.82, 1.08];

/** From midnight: a lunch hump and the evening on the sofa. */
const hours = [
  0.22, 0.1, 0.05, 0.04, 0.05, 0.14, 0.38, 0.72, 1, 1.24, 1.36, 1.34, 1.42, 1.36, 1.26, 1.2, 1.2, 1.22, 1.3, 1.62, 1.92,
  1.94, 1.42, 0.68,
];

/**
 * How much likelier than on average a purchase is on this day of the year, before the weekday is looked at.
 *
 * @param month from 1.
 */
export function dayFactor(season: Season, month: number, day: number): number {
  const base = season.months[month - 1] ?? 1;
  const place = month * 100 + day;
  return season.peaks.reduce(
    (factor, { from, until, factor: peak }) =>
      place >= from[0] * 100 + from[1] && place <= until[0] * 100 + until[1] ? factor * peak : factor,
    base,
  );
}

/** @param weekday Monday is 0. */
export function weekdayFactor(weekday: number): number {
  return (weekdays[weekday] ?? 1) / mean(weekdays);
}

export function hourFactor(hour: number): number {
  return (hours[hour] ?? 1) / mean(hours);
}

/** The mean of `dayFactor` over a year, by which it is divided so that an average year has as many purchases as days. */
export function meanDayFactor(season: Season): number {
  const days = Array.from({ length: 365 }, (_, index) => new Date(Date.UTC(2025, 0, 1 + index)));
  return mean(days.map((date) => dayFactor(season, date.getUTCMonth() + 1, date.getUTCDate())));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
