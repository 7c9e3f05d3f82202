import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getTransactionModel } from '../models/get-transaction-model.ts';
import { indexPairs } from './index-pairs.ts';
import { tabulateAlive } from './tabulate-alive.ts';

const customer = fc
  .record({
    frequency: fc.oneof({ weight: 4, arbitrary: fc.nat({ max: 8 }) }, fc.nat({ max: 300 })),
    age: fc.nat({ max: 800 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    step: fc.constantFrom(1, 1 / 7, 1 / 8, 0.1234),
  })
  .map(({ frequency, age, share, step }) => ({
    frequency,
    age: age * step,
    recency: frequency === 0 ? 0 : Math.round(age * share) * step,
  }));

describe('tabled P(alive)', () => {
  it('is what the model says of each customer, by every model whose odds come apart', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('bg-nbd' as const, 'mbg-nbd' as const, 'pareto-nbd' as const, 'nbd' as const),
        fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 4, maxLength: 4 }),
        fc.array(customer, { minLength: 1, maxLength: 20 }),
        (id, logs, customers) => {
          const model = getTransactionModel(id, 1);
          const forecast = model.forecast(logs.slice(0, model.parameterNames.length).map(Math.exp));
          const column = (of: (each: (typeof customers)[number]) => number) => Float64Array.from(customers, of);
          const histories = {
            size: customers.length,
            timeUnit: 'day' as const,
            frequency: column(({ frequency }) => frequency),
            recency: column(({ recency }) => recency),
            age: column(({ age }) => age),
            meanSpend: column(() => 0),
            logGaps: null,
          };
          const alive = tabulateAlive(forecast, histories, indexPairs(histories.frequency, histories.age));
          for (const [row, history] of customers.entries()) {
            expect(Math.abs(alive[row]! - forecast.probabilityAlive(history, 0))).toBeLessThan(1e-9);
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});
