import { fromLocalTime, toLocalTime, type Instant } from '@regulars/core/shared';

/** A day of any year: month and day, both from 1. */
type DayOfYear = readonly [month: number, day: number];

/** Days that come every year, both ends included, within one year. */
export interface YearlyPeriod {
  readonly from: DayOfYear;
  readonly until: DayOfYear;
}

/** A period as it falls in one year, by the wall clock of a zone; `until` is the first instant after it. */
export interface Dates<Period extends YearlyPeriod> {
  readonly period: Period;
  readonly from: Instant;
  readonly until: Instant;
}

/** Every time the periods come in what ends after `from` and begins before `until`, in order. */
export function datesOf<Period extends YearlyPeriod>(
  periods: readonly Period[],
  timeZone: string,
  from: Instant,
  until: Instant,
): readonly Dates<Period>[] {
  const firstYear = toLocalTime(from, timeZone).year;
  const yearCount = toLocalTime(until, timeZone).year - firstYear + 1;
  return Array.from({ length: yearCount }, (_, index) => firstYear + index)
    .flatMap((year) => periods.map((period) => inYear(period, year, timeZone)))
    .filter((dates) => dates.until > from && dates.from < until)
    .sort((a, b) => a.from - b.from);
}

function inYear<Period extends YearlyPeriod>(period: Period, year: number, timeZone: string): Dates<Period> {
  const midnight = (month: number, day: number) => fromLocalTime({ year, month, day, minuteOfDay: 0 }, timeZone);
  const [month, day] = period.until;
  return { period, from: midnight(...period.from), until: midnight(month, day + 1) };
}

/** Which of them is on; null when none is. */
export function datesAt<Period extends YearlyPeriod>(
  dates: readonly Dates<Period>[],
  at: Instant,
): Dates<Period> | null {
  return dates.find(({ from, until }) => at >= from && at < until) ?? null;
}

/** Which of them is on, or else comes next; null when none will. */
export function nextDates<Period extends YearlyPeriod>(
  dates: readonly Dates<Period>[],
  at: Instant,
): Dates<Period> | null {
  return dates.find(({ until }) => at < until) ?? null;
}
