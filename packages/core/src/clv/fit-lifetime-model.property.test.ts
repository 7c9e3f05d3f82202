import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHistoryCollector } from './histories/history-collector.ts';
import { summaryOf } from './histories/collected-histories.ts';
import { fitLifetimeModel } from './fit-lifetime-model.ts';
import { createScorer } from './scoring/create-scorer.ts';
import { scoreAll } from './scoring/score-all.ts';
import { collectStore } from './histories/collect-store.ts';

/** Days in clumps and far apart, amounts of nothing and of millions, refunds larger than what was paid. */
const purchase = fc.record({
  customer: fc.nat({ max: 11 }),
  day: fc.oneof(
    fc.constant(15_000),
    fc.integer({ min: 15_000, max: 15_060 }),
    fc.integer({ min: 15_000, max: 16_200 }),
  ),
  amount: fc.oneof(fc.constant(0), fc.constant(20), fc.double({ min: 0.01, max: 1e7, noNaN: true })),
  isRefund: fc.boolean(),
  repeats: fc.oneof(
    { weight: 6, arbitrary: fc.constant(1) },
    { weight: 1, arbitrary: fc.integer({ min: 2, max: 200 }) },
  ),
});
const adversarialStore = fc.record({
  timeUnit: fc.constantFrom('day' as const, 'week' as const),
  purchases: fc.array(purchase, { minLength: 1, maxLength: 40 }),
  watchedDays: fc.oneof(fc.constant(0), fc.nat({ max: 900 })),
  model: fc.constantFrom(
    'auto' as const,
    'auto' as const,
    'bg-nbd' as const,
    'pareto-nbd' as const,
    'mbg-cnbd-k' as const,
    'bg-bb' as const,
  ),
  hasLabels: fc.boolean(),
});

describe('any store', () => {
  it('gets a model and scores without a NaN and without a negative value', () => {
    fc.assert(
      fc.property(adversarialStore, ({ timeUnit, purchases, watchedDays, model: wanted, hasLabels }) => {
        const collector = createHistoryCollector({ timeUnit });
        for (const { customer, day, amount, isRefund, repeats } of purchases) {
          for (let each = 0; each < repeats; each += 1) collector.add(customer, day + each, amount);
          if (isRefund) collector.addRefund(customer, day, amount * 2);
        }
        const observedUntilDay = watchedDays + Math.max(...purchases.map(({ day, repeats }) => day + repeats - 1));
        const collected = collectStore(collector, { observedUntilDay });
        if (!collected.ok) throw new Error(collected.failure.message);
        const channel = Array.from(collected.value.customerIndex, (index) => (index % 2 === 0 ? 'ads' : null));
        const store = hasLabels ? { ...collected.value, labels: { channel } } : collected.value;
        const model = fitLifetimeModel(store, { model: wanted });
        expectFinite(JSON.parse(JSON.stringify(model)));
        const scores = scoreAll(model, store);
        for (const column of [scores.probabilityAlive, scores.expectedTransactions, scores.lifetimeValue]) {
          expect(column.every((value) => value >= 0 && value < Infinity)).toBe(true);
        }
        expect(scores.probabilityAlive.every((value) => value <= 1)).toBe(true);
        const estimate = createScorer(model).estimate({
          summary: summaryOf(collected.value, 0),
          labels: { channel: 'ads' },
        });
        expectFinite(estimate);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

/** Every number in it is finite. */
function expectFinite(value: unknown, path = ''): void {
  if (typeof value === 'number') expect(Number.isFinite(value), path).toBe(true);
  else if (value !== null && typeof value === 'object') {
    for (const [key, part] of Object.entries(value)) expectFinite(part, `${path}/${key}`);
  }
}
