import { toDay } from './calendar.ts';

/** Which of the two comes first in `03/04/2026`. */
export type DayOrder = 'day-first' | 'month-first';

/** Above every day number, so that a pair can stand where a day would. */
const pairsFrom = 2 ** 28;

/** A date of which it is not yet known which number is the month. */
export function packDayPair(year: number, a: number, b: number): number {
  return pairsFrom + year * 16_384 + a * 128 + b;
}

export function isDayPair(value: number): boolean {
  return value >= pairsFrom;
}

/** The order that this pair leaves possible alone; null where both are, or the two are the same day. */
export function orderOfPair(pair: number): DayOrder | null {
  const [, a, b] = unpack(pair);
  if (a > 12 && b <= 12) return 'day-first';
  return b > 12 && a <= 12 ? 'month-first' : null;
}

/** `noDay` where the calendar has no such day. */
export function dayOfPair(pair: number, order: DayOrder): number {
  const [year, a, b] = unpack(pair);
  return order === 'day-first' ? toDay(year, b, a) : toDay(year, a, b);
}

function unpack(pair: number): readonly [year: number, a: number, b: number] {
  const packed = pair - pairsFrom;
  return [Math.floor(packed / 16_384), (packed >> 7) & 127, packed & 127];
}
