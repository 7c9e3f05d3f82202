import { daysPerYear } from '../time-unit.ts';

export const weeksPerYear = 52;

/** Which of the 52 weeks a day falls in, from 0; the day counts from 1970-01-01, and weeks from about January 1. */
export function weekOfYear(day: number): number {
  const years = day / daysPerYear;
  return Math.min(weeksPerYear - 1, Math.floor((years - Math.floor(years)) * weeksPerYear));
}
