/** 1900-01-01 and 2200-12-31 in days since 1970-01-01: what lies outside is a mistake in the data, not a purchase. */
export const firstKnownDay = -25_567;
export const lastKnownDay = 84_370;

/** Whether it is a whole day from 1900 to 2200. */
export function isKnownDay(day: number): boolean {
  return day >= firstKnownDay && day <= lastKnownDay && Math.floor(day) === day;
}
