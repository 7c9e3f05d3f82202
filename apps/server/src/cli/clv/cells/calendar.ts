const firstYear = 1900;
const lastYear = 2199;
const dayMs = 86_400_000;

/** Day number, counted from 1970-01-01, of the day before each month's first; for the Gregorian calendar. */
const eves = new Int32Array((lastYear - firstYear + 1) * 12);
const lengths = new Uint8Array(eves.length);
for (let month = 0; month < eves.length; month += 1) {
  eves[month] = Math.round(Date.UTC(firstYear, month, 1) / dayMs) - 1;
  lengths[month] = Math.round(Date.UTC(firstYear, month + 1, 1) / dayMs) - 1 - eves[month]!;
}

/** What `toDay` says of a date that the calendar does not have. */
export const noDay = -(2 ** 31);

/** Whole days since 1970-01-01 of a date in the years 1900 to 2199. */
export function toDay(year: number, month: number, dayOfMonth: number): number {
  if (year < firstYear || year > lastYear || month < 1 || month > 12) return noDay;
  const index = (year - firstYear) * 12 + month - 1;
  return dayOfMonth < 1 || dayOfMonth > lengths[index]! ? noDay : eves[index]! + dayOfMonth;
}

/** `2026-11-22` */
export function toIsoDate(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}
