import { dayMs } from '../../shared/instant.ts';

/**
 * The calendar month that a day is in, counted from January of year 0.
 *
 * Source: Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”, civil_from_days; years begin in March, so that the
 * leap day comes last. For every day from 1900 to 2200.
 *
 * @param day whole days since 1970-01-01.
 * @example
 * ```ts
 * toMonthKey(monthOfDay(10_226)); // '1997-12'
 * ```
 */
export function monthOfDay(day: number): number {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  return (era * 400 + yearOfEra) * 12 + monthFromMarch + 2;
}

/** The last day of a month, in whole days since 1970-01-01. */
export function lastDayOfMonth(month: number): number {
  return Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0) / dayMs;
}

/** The month as ISO 8601 writes it: year and number. */
export function toMonthKey(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}
