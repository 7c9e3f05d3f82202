import { describe, expect, it } from 'vitest';
import { simulateStore } from '../../../test-support/clv/simulate-store.ts';
import { createRandom } from '../../shared/random.ts';
import { fitLifetimeModel } from '../fit-lifetime-model.ts';
import { summaryOf } from '../histories/collected-histories.ts';
import { createScorer } from '../scoring/create-scorer.ts';
import { drawParameters } from './draw-parameters.ts';

const truth = { r: 0.7, alpha: 225, a: 0.7, b: 2.2 };
const stores = Array.from({ length: 30 }, (_, seed) =>
  simulateStore({ ...truth, seed, customers: 300, arrivalDays: 900, calibrationDays: 1825, observedDays: 3650 }),
);

/** A study of five hundred stores stands in the bench. */
describe('95 % intervals of thirty stores', () => {
  it('hold the parameters that the stores were made from about as often', { timeout: 60_000 }, () => {
    let held = 0;
    for (const { histories, ...store } of stores) {
      const { transactions } = fitLifetimeModel({ ...store, histories }, { model: 'mbg-nbd' });
      const { points } = drawParameters(transactions, histories, { proposals: 400, count: 400 }, createRandom(1));
      for (const [place, value] of Object.values(truth).entries()) {
        const sorted = points.map((point) => point[place]!).sort((a, b) => a - b);
        if (sorted[10]! <= value && value <= sorted[390]!) held += 1;
      }
    }
    expect(held / 120).toBeGreaterThan(0.9);
    expect(held / 120).toBeLessThan(0.995);
  });

  it('hold what customers then spent about as often', { timeout: 60_000 }, () => {
    let held = 0;
    for (const store of stores) {
      const scorer = createScorer(fitLifetimeModel(store, { model: 'mbg-nbd' }), {
        horizonDays: 1825,
        annualDiscountRate: 0,
      });
      for (let row = 0; row < 10; row += 1) {
        const [low, high] = scorer.score({ summary: summaryOf(store, row) }).lifetimeValue.intervals.p95;
        const spent = store.holdout!.spend[row]!;
        if (low <= spent && spent <= high) held += 1;
      }
    }
    expect(held / 300).toBeGreaterThan(0.92);
    expect(held / 300).toBeLessThan(0.985);
  });
});
