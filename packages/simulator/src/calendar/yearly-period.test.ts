import { createRandom, parseInstant, toInstant, toIsoString } from '@regulars/core/shared';
import { expect, test } from 'vitest';
import { waitForSales } from './wait-for-sales.ts';
import { datesAt, datesOf, nextDates } from './yearly-period.ts';

const at = (text: string) => parseInstant(text) ?? toInstant(0);
const spring = { code: 'SPRING10', percent: 10, from: [3, 20], until: [3, 27] } as const;
const autumn = { code: 'AUTUMN15', percent: 15, from: [11, 23], until: [11, 30] } as const;
const [from, until] = [at('2025-06-01T00:00:00Z'), at('2027-01-01T00:00:00Z')];
const dates = datesOf([spring, autumn], 'Europe/Amsterdam', from, until);

test('a yearly period comes every year, from midnight to midnight on the store’s clock', () => {
  expect(dates.map(({ period, from }) => `${period.code} ${toIsoString(from)}`)).toEqual([
    'AUTUMN15 2025-11-22T23:00:00.000Z',
    'SPRING10 2026-03-19T23:00:00.000Z',
    'AUTUMN15 2026-11-22T23:00:00.000Z',
  ]);
  expect(toIsoString(dates[0]?.until ?? until)).toBe('2025-11-30T23:00:00.000Z');
});

test('a period is on from its first day to the end of its last', () => {
  expect(datesAt(dates, at('2026-03-27T22:59:00Z'))?.period).toBe(spring);
  expect(datesAt(dates, at('2026-03-27T23:00:00Z'))).toBeNull();
});

test('the next is the one that is on, or else the one that comes', () => {
  expect(nextDates(dates, at('2026-03-24T00:00:00Z'))?.period).toBe(spring);
  expect(nextDates(dates, at('2026-04-24T00:00:00Z'))?.period).toBe(autumn);
  expect(nextDates(dates, at('2026-12-01T00:00:00Z'))).toBeNull();
});

test('who waits for sales buys in sales only, once in each for the first wish, and not before it', () => {
  const wishes = [
    '2025-07-01T19:30',
    '2025-08-01T08:00',
    '2026-03-22T12:00',
    '2026-05-05T21:45',
    '2026-12-20T10:00',
  ].map((moment) => at(`${moment}:00Z`));
  const granted = waitForSales(dates, createRandom(1), wishes);
  expect(granted.map((moment) => datesAt(dates, moment)?.period.code)).toEqual(['AUTUMN15', 'SPRING10', 'AUTUMN15']);
  expect(granted[1]).toBe(wishes[2]);
  expect(granted.map((moment) => toIsoString(moment).slice(11, 16))).toEqual(['19:30', '12:00', '21:45']);
});
