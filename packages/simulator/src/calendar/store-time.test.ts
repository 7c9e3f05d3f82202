import { createRandom, dayMs, hourMs, parseInstant, toInstant, toLocalTime } from '@regulars/core/shared';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chiSquareLimit, chiSquareScore } from '../../test-support/chi-square.ts';
import { knives } from '../archetypes/knives/knives.ts';
import { dayFactor, hourFactor, weekdayFactor } from './season.ts';
import { createStoreTime } from './store-time.ts';

const at = (text: string) => parseInstant(text) ?? toInstant(0);
const [from, until] = [at('2025-01-01T00:00:00Z'), at('2026-01-01T00:00:00Z')];
const zone = 'Europe/London';
const time = createStoreTime(knives.season, zone, from, until);
const yearDays = time.daysAt(until);

/** Moments spread evenly over the store's time, told by the calendar: a year's purchases. */
const random = createRandom('season');
const purchases = Array.from({ length: 10_000 }, () => time.instantAt(random.next() * yearDays) ?? from).map(
  (purchase) => toLocalTime(purchase, zone),
);

test('an average year has as many days as the calendar', () => {
  expect(yearDays).toBeGreaterThan(364);
  expect(yearDays).toBeLessThan(366);
});

test('the store’s time and the calendar translate into one another', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: yearDays - 0.001, noNaN: true }), (days) => {
      const there = time.instantAt(days);
      expect(there).not.toBeNull();
      if (there !== null) expect(time.daysAt(there)).toBeCloseTo(days, 4);
    }),
  );
});

test('later is never earlier', () => {
  fc.assert(
    fc.property(fc.nat({ max: 364 * 24 }), fc.integer({ min: 1, max: 24 }), (hour, more) => {
      const first = toInstant(from + hour * hourMs);
      expect(time.daysAt(toInstant(first + more * hourMs))).toBeGreaterThan(time.daysAt(first));
    }),
  );
});

test('what lies outside has no moment', () => {
  expect(time.instantAt(-0.1)).toBeNull();
  expect(time.instantAt(yearDays)).toBeNull();
});

test('a longer time has the same beginning', () => {
  const longer = createStoreTime(knives.season, zone, from, toInstant(until + 100 * dayMs));
  for (const days of [0.1, 17.3, 200, 300.5]) expect(longer.instantAt(days)).toBe(time.instantAt(days));
});

test('purchases follow the season: chi-square over the months', () => {
  const days = Array.from({ length: 365 }, (_, index) => toLocalTime(toInstant(from + (index + 0.5) * dayMs), zone));
  const weight = (month: number) =>
    days
      .map((day, index) => ({ ...day, weekday: (index + 2) % 7 })) // 2025-01-01 was a Wednesday
      .filter((day) => day.month === month)
      .reduce((sum, { day, weekday }) => sum + dayFactor(knives.season, month, day) * weekdayFactor(weekday), 0);
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  const total = months.reduce((sum, month) => sum + weight(month), 0);
  const cells = months.map((month) => ({
    observed: purchases.filter((purchase) => purchase.month === month).length,
    expected: (purchases.length * weight(month)) / total,
  }));
  expect(chiSquareScore(cells)).toBeLessThan(chiSquareLimit);
});

test('purchases follow the hours of the day on the store’s own clock, summer time included: chi-square', () => {
  const cells = Array.from({ length: 24 }, (_, hour) => ({
    observed: purchases.filter(({ minuteOfDay }) => Math.floor(minuteOfDay / 60) === hour).length,
    expected: (purchases.length * hourFactor(hour)) / 24,
  }));
  expect(chiSquareScore(cells)).toBeLessThan(chiSquareLimit);
});

test('the weeks before Christmas bring a knife shop three times the average', () => {
  const average = knives.season.months.reduce((sum, month) => sum + month, 0) / 12;
  expect(dayFactor(knives.season, 12, 10) / average).toBeGreaterThan(2.5);
  expect(dayFactor(knives.season, 12, 21) / average).toBeLessThan(2);
});
