import { describe, expect, it } from 'vitest';
import { simulateStore } from '../../../test-support/clv/simulate-store.ts';
import { fitLifetimeModel } from '../fit-lifetime-model.ts';
import { addPurchase } from '../histories/add-purchase.ts';
import { summaryOf } from '../histories/collected-histories.ts';
import type { PurchaseSummary } from '../histories/purchase-summary.ts';
import { createScorer } from './create-scorer.ts';
import { scoreCustomer } from './score-customer.ts';

const store = simulateStore({ seed: 1, customers: 500, arrivalDays: 200, observedDays: 400 });
const model = fitLifetimeModel(store, { model: 'mbg-nbd' });
const { observedUntilDay } = model;
const regular: PurchaseSummary = {
  firstDay: observedUntilDay - 300,
  lastDay: observedUntilDay - 10,
  purchaseDays: 9,
  firstDaySpend: 50,
  laterSpend: 400,
};
const silent: PurchaseSummary = { ...regular, lastDay: observedUntilDay - 270 };

describe('a scored customer', () => {
  it('is foreseen the same whenever it is asked', () => {
    expect(scoreCustomer(model, { summary: regular })).toEqual(scoreCustomer(model, { summary: regular }));
  });

  it('is worth more and buys sooner when they bought of late', () => {
    const [now, before] = [regular, silent].map((summary) => scoreCustomer(model, { summary }));
    expect(now!.probabilityAlive).toBeGreaterThan(before!.probabilityAlive);
    expect(now!.lifetimeValue.expected).toBeGreaterThan(10 * before!.lifetimeValue.expected);
    expect(now!.nextPurchase.probability).toBeGreaterThan(before!.nextPurchase.probability);
  });

  it('has intervals within one another, that hold the median', () => {
    const { purchases, lifetimeValue } = scoreCustomer(model, { summary: regular });
    for (const { median, intervals } of [purchases, lifetimeValue]) {
      const [narrow, middle, wide] = [intervals.p50, intervals.p80, intervals.p95];
      expect(middle[0]).toBeLessThanOrEqual(narrow[0]);
      expect(wide[0]).toBeLessThanOrEqual(middle[0]);
      expect(middle[1]).toBeGreaterThanOrEqual(narrow[1]);
      expect(wide[1]).toBeGreaterThanOrEqual(middle[1]);
      expect(median).toBeGreaterThanOrEqual(narrow[0]);
      expect(median).toBeLessThanOrEqual(narrow[1]);
    }
  });

  it('is sure to be worth nothing when they are sure to be gone', () => {
    const { lifetimeValue, purchases } = scoreCustomer(model, { summary: { ...silent, purchaseDays: 20 } });
    expect(purchases.intervals.p95).toEqual([0, 0]);
    expect(lifetimeValue.intervals.p95).toEqual([0, 0]);
  });

  it('is worth what they buy times what they spend, when money keeps its worth', () => {
    const { lifetimeValue, expectedTransactions, expectedSpend } = createScorer(model, {
      annualDiscountRate: 0,
    }).estimate({ summary: regular });
    expect(lifetimeValue).toBeCloseTo(expectedTransactions * expectedSpend, 9);
  });

  it('is worth more without an end than within the horizon, and always something finite', () => {
    for (const annualDiscountRate of [0, 0.1]) {
      const score = createScorer(model, { annualDiscountRate }).score({ summary: regular });
      expect(score.residualValue).toBeGreaterThan(score.lifetimeValue.expected);
      expect(score.residualValue).toBeLessThan(Infinity);
    }
  });

  it('not yet seen is foreseen as a newcomer', () => {
    const { expectedSpend, purchases } = scoreCustomer(model, { summary: null });
    expect(expectedSpend).toBeCloseTo((model.spend.p * model.spend.gamma) / (model.spend.q - 1), 6);
    expect(purchases.expected).toBeGreaterThan(0);
  });

  it('is rescored from one more purchase as from all of them', () => {
    const known = summaryOf(store, 0);
    const next = addPurchase(known, { day: observedUntilDay + 5, amount: 30 });
    if (!next.ok) throw new Error(next.failure.message);
    const asOfDay = observedUntilDay + 7;
    const all = {
      ...known,
      lastDay: asOfDay - 2,
      purchaseDays: known.purchaseDays + 1,
      laterSpend: known.laterSpend + 30,
    };
    const scorer = createScorer(model, { asOfDay });
    expect(scorer.estimate({ summary: next.value })).toEqual(scorer.estimate({ summary: all }));
  });

  it('can be asked for any number of days', () => {
    const scorer = createScorer(model, { horizonDays: 90 });
    const forecast = scorer.forecast({ summary: regular });
    const probabilities = forecast.transactionProbabilities(90, 60);
    expect(probabilities.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 6);
    expect(probabilities[0]!).toBeCloseTo(forecast.probabilityOfNone(90), 9);
    expect(forecast.expectedTransactions(90)).toBe(scorer.estimate({ summary: regular }).expectedTransactions);
    expect(forecast.probabilityAlive(0)).toBeGreaterThan(forecast.probabilityAlive(90));
  });

  it('whose last purchase is after the day of scoring counts as scored on that day', () => {
    const scorer = createScorer(model);
    const early = scorer.estimate({ summary: { ...regular, lastDay: observedUntilDay + 3 } });
    expect(early.probabilityAlive).toBeGreaterThan(0.5);
  });

  it.each([{ horizonDays: 0 }, { horizonDays: Infinity }, { annualDiscountRate: -0.1 }, { asOfDay: NaN }])(
    'is refused with %o',
    (options) => {
      expect(() => createScorer(model, options)).toThrow(RangeError);
    },
  );
});

describe('intervals', () => {
  it('of a model without draws are those of its likeliest parameters', () => {
    const { p, q, gamma } = model.spend;
    const plain = { ...model, draws: { ...model.draws, transactions: [], spend: [] } };
    const certain = {
      ...model,
      draws: { ...model.draws, transactions: [model.transactions.parameters], spend: [[p, q, gamma]] },
    };
    const score = scoreCustomer(plain, { summary: regular });
    expect(score).toEqual(scoreCustomer(certain, { summary: regular }));
    expect(score.purchases.median).toBeLessThan(2 * score.purchases.expected);
  });

  it('are wider where little is known of the parameters', () => {
    const small = fitLifetimeModel(simulateStore({ seed: 3, customers: 15, arrivalDays: 100, observedDays: 200 }), {
      model: 'mbg-nbd',
    });
    const spreadOf = (draws: readonly (readonly number[])[]) => {
      const logs = draws.map(([r = 1]) => Math.log(r));
      return Math.max(...logs) - Math.min(...logs);
    };
    expect(spreadOf(small.draws.transactions)).toBeGreaterThan(1.5 * spreadOf(model.draws.transactions));
  });
});
