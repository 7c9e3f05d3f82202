import { describe, expect, it } from 'vitest';
import { simulateStore } from '../../../test-support/clv/simulate-store.ts';
import { fitLifetimeModel } from '../fit-lifetime-model.ts';
import { summaryOf } from '../histories/collected-histories.ts';
import { retailCalendar } from '../season/retail-calendar.ts';
import type { LifetimeModel } from '../lifetime-model.ts';
import type { TransactionModelId } from '../models/transaction-model.ts';
import { createScorer } from './create-scorer.ts';
import { scoreAll } from './score-all.ts';

const store = simulateStore({ seed: 1, customers: 400, arrivalDays: 200, observedDays: 400 });

describe('scores of all customers', () => {
  it.each<TransactionModelId>(['bg-nbd', 'mbg-nbd', 'pareto-nbd', 'nbd', 'mbg-cnbd-k'])(
    'are those of each customer by themselves, by %s',
    (id) => {
      const model = fitLifetimeModel(store, { model: id, regularity: id === 'mbg-cnbd-k' ? 2 : 1 });
      expectSame(model, store);
    },
  );

  it('are so by BG/BB, which counts in opportunities', () => {
    const few = simulateStore({ seed: 1, customers: 30, arrivalDays: 100, observedDays: 150 });
    expectSame(fitLifetimeModel(few, { model: 'bg-bb' }), few);
  });

  it('are so with a season and with labels', () => {
    const seasonal = simulateStore({
      seed: 2,
      customers: 1500,
      arrivalDays: 200,
      observedDays: 400,
      seasonIndex: retailCalendar.map(Math.exp),
      rateFactor: (customer) => (customer % 2 === 0 ? 0.5 : 2),
    });
    const channel = Array.from(seasonal.customerIndex, (index) => (index % 2 === 0 ? 'ads' : 'shop'));
    const model = fitLifetimeModel({ ...seasonal, labels: { channel } }, { model: 'mbg-nbd', season: 'auto' });
    expect(model.season).not.toBeNull();
    expect(model.covariates).not.toBeNull();
    const scores = scoreAll(model, { ...seasonal, labels: { channel } });
    const scorer = createScorer(model);
    for (let row = 0; row < 50; row += 1) {
      const own = scorer.estimate({ summary: summaryOf(seasonal, row), labels: { channel: channel[row] ?? null } });
      expect(scores.lifetimeValue[row]! / own.lifetimeValue).toBeCloseTo(1, 9);
    }
  });

  it('can be given as of a later day', () => {
    const model = fitLifetimeModel(store, { model: 'mbg-nbd' });
    const asOfDay = store.observedUntilDay + 30;
    const later = scoreAll(model, store, { asOfDay });
    const own = createScorer(model, { asOfDay }).estimate({ summary: summaryOf(store, 3) });
    expect(later.expectedTransactions[3]! / own.expectedTransactions).toBeCloseTo(1, 9);
    expect(later.probabilityAlive[3]!).toBeLessThan(scoreAll(model, store).probabilityAlive[3]!);
  });

  it('are refused in another unit than the model counts in', () => {
    const model = fitLifetimeModel(store, { model: 'nbd' });
    expect(() => scoreAll({ ...model, timeUnit: 'week' }, store)).toThrow('units of a week');
  });
});

function expectSame(model: LifetimeModel, of: typeof store): void {
  const options = { horizonDays: 180, annualDiscountRate: 0.2 };
  const scores = scoreAll(model, of, options);
  const scorer = createScorer(model, options);
  for (let row = 0; row < of.histories.size; row += 7) {
    const own = scorer.estimate({ summary: summaryOf(of, row) });
    expect(scores.probabilityAlive[row]! / own.probabilityAlive).toBeCloseTo(1, 9);
    expect(scores.expectedTransactions[row]! / own.expectedTransactions).toBeCloseTo(1, 9);
    expect(scores.expectedSpend[row]!).toBeCloseTo(own.expectedSpend, 9);
    expect(scores.lifetimeValue[row]! / own.lifetimeValue).toBeCloseTo(1, 9);
  }
}
