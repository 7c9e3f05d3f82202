import { InvalidArgumentError } from 'commander';
import { noDay } from '../cells/calendar.ts';
import { isDayPair } from '../cells/day-pair.ts';
import { parseDay } from '../cells/parse-day.ts';

/** A day, written so that it can be one only; in days since 1970-01-01. */
export function parseDate(text: string): number {
  const bytes = new TextEncoder().encode(text.trim());
  const day = parseDay(bytes, 0, bytes.length);
  if (day === noDay || isDayPair(day)) throw new InvalidArgumentError('Give a day such as 2026-11-22.');
  return day;
}

/** A hundred years: as far as scores look ahead. */
const mostDays = 36_525;

export function parseDays(text: string): number {
  const days = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (days < 1 || days > mostDays) throw new InvalidArgumentError(`Give a whole number of days from 1 to ${mostDays}.`);
  return days;
}

/** A share, or a percentage with its sign. */
export function parseShare(text: string): number {
  const match = /^(\d+(?:\.\d+)?|\.\d+)(%?)$/.exec(text.trim());
  const share = match === null ? Number.NaN : Number(match[1]) / (match[2] === '%' ? 100 : 1);
  if (!(share <= 1)) throw new InvalidArgumentError('Give a share from 0 to 1 such as 0.1, or 10%.');
  return share;
}
