import { expect, test } from 'vitest';
import { simulateStore } from '../../../test-support/clv/simulate-store.ts';
import { fitLifetimeModel } from '../fit-lifetime-model.ts';
import { scoreAll } from '../scoring/score-all.ts';
import { foreseeWeeks } from './foresee-weeks.ts';

const christmas = Array.from({ length: 52 }, (_, week) => (week < 46 ? 0.8 : 2.5));
const store = simulateStore({
  seed: 4,
  customers: 1_500,
  alpha: 30,
  arrivalDays: 300,
  observedDays: 1_465,
  calibrationDays: 1_100,
  seasonIndex: christmas,
});

test.each(['mbg-nbd', 'mbg-cnbd-k'] as const)(
  'what %s expects of a year, week by week, is what it expects of each of the weeks, season and all',
  (model) => {
    const fitted = fitLifetimeModel(store, { model, season: 'auto' });
    expect(fitted.season).not.toBeNull();
    const foreseen = foreseeWeeks(fitted, store, { weeks: 52, weekDays: 7 });
    for (const week of [1, 2, 17, 30, 49, 52]) {
      const { expectedTransactions } = scoreAll(fitted, store, { horizonDays: 7 * week, annualDiscountRate: 0 });
      const exact = expectedTransactions.reduce((sum, value) => sum + value, 0);
      expect(Math.abs(foreseen[week - 1]! / exact - 1)).toBeLessThan(1e-4);
    }
  },
);

test('a few weeks are each looked at', () => {
  const fitted = fitLifetimeModel(store, { model: 'mbg-nbd', season: 'none' });
  const [first = 0, second = 0] = foreseeWeeks(fitted, store, { weeks: 2, weekDays: 7 });
  expect(first).toBeGreaterThan(0);
  expect(second).toBeGreaterThan(first);
});
