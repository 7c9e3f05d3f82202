import { noDay, toDay } from './calendar.ts';
import { toFullYear } from './full-year.ts';

/** English, German, Dutch; the first three letters are enough. */
const months = [
  'jan',
  'feb',
  'mar mär mae maa mrt',
  'apr',
  'may mai mei',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct okt',
  'nov',
  'dec dez',
];

const dayFirst = /^(?:\p{L}+,? )?(\d{1,2})(?:st|nd|rd|th)?[. -]+(\p{L}{3,9})[., -]+(\d{4}|\d{2})(?:[ T,].*)?$/u;
const monthFirst = /^(?:\p{L}+, )?(\p{L}{3,9})[. -]+(\d{1,2})(?:st|nd|rd|th)?[, -]+(\d{4})(?:[ T,].*)?$/u;

const decoder = new TextDecoder();

/** `22 Nov 2026`, `22-nov-26`, `Nov 22, 2026`, `22. November 2026`. */
export function parseWordedDay(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 40) return noDay;
  const text = decoder.decode(bytes.subarray(start, end));
  const [, day, word, year] = dayFirst.exec(text) ?? reorder(monthFirst.exec(text));
  if (day === undefined || word === undefined || year === undefined) return noDay;
  const month = 1 + months.findIndex((names) => names.split(' ').includes(word.slice(0, 3).toLowerCase()));
  return toDay(year.length === 2 ? toFullYear(Number(year)) : Number(year), month, Number(day));
}

function reorder(match: RegExpExecArray | null): readonly (string | undefined)[] {
  return match === null ? [] : [match[0], match[2], match[1], match[3]];
}
