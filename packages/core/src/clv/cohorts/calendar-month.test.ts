import { expect, test } from 'vitest';
import { lastDayOfMonth, monthOfDay, toMonthKey } from './calendar-month.ts';

test('every day from 1900 to 2200 is in the month that the calendar says', () => {
  const first = Date.UTC(1900, 0, 1) / 86_400_000;
  const last = Date.UTC(2200, 11, 31) / 86_400_000;
  const wrong: number[] = [];
  for (let day = first; day <= last; day += 1) {
    const date = new Date(day * 86_400_000);
    if (monthOfDay(day) !== date.getUTCFullYear() * 12 + date.getUTCMonth()) wrong.push(day);
  }
  expect(wrong).toEqual([]);
});

test('a month ends on its last day, and is written as ISO 8601 does', () => {
  for (const [day, key] of [
    ['2024-02-29', '2024-02'],
    ['2023-02-28', '2023-02'],
    ['1999-12-31', '1999-12'],
  ] as const) {
    const number = Date.parse(day) / 86_400_000;
    expect(lastDayOfMonth(monthOfDay(number))).toBe(number);
    expect(toMonthKey(monthOfDay(number))).toBe(key);
  }
});
