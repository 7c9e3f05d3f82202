import { toLocalTime, fromLocalTime, type Instant } from '@regulars/core/shared';

/** A sale that comes every year. Days as `[month, day]`, both ends included, within one year. */
export interface Sale {
  readonly code: string;
  readonly percent: number;
  readonly from: readonly [number, number];
  readonly until: readonly [number, number];
}

/** A sale as it takes place in one year; `until` is the first instant after it. */
export interface SaleDates {
  readonly sale: Sale;
  readonly from: Instant;
  readonly until: Instant;
}

/** Every sale of a store that ends after `from` and begins before `until`, in order. */
export function datesOfSales(
  sales: readonly Sale[],
  timeZone: string,
  from: Instant,
  until: Instant,
): readonly SaleDates[] {
  const firstYear = toLocalTime(from, timeZone).year;
  const years = Array.from({ length: toLocalTime(until, timeZone).year - firstYear + 1 }, (_, index) => firstYear + index);
  return years
    .flatMap((year) => sales.map((sale) => inYear(sale, year, timeZone)))
    .filter((dates) => dates.until > from && dates.from < until)
    .sort((a, b) => a.from - b.from);
}

function inYear(sale: Sale, year: number, timeZone: string): SaleDates {
  const midnight = (month: number, day: number) => fromLocalTime({ year, month, day, minuteOfDay: 0 }, timeZone);
  return { sale, from: midnight(...sale.from), until: midnight(sale.until[0], sale.until[1] + 1) };
}

export function saleAt(sales: readonly SaleDates[], at: Instant): SaleDates | null {
  return sales.find(({ from, until }) => at >= from && at < until) ?? null;
}

/** The sale that somebody who waits for one will use. */
export function nextSale(sales: readonly SaleDates[], at: Instant): SaleDates | null {
  return sales.find(({ until }) => at < until) ?? null;
}
