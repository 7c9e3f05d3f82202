import { describe, expect, it } from 'vitest';
import { simulateStore } from '../../../test-support/clv/simulate-store.ts';
import { fitLifetimeModel } from '../fit-lifetime-model.ts';
import { createHistoryCollector } from '../histories/history-collector.ts';
import { createRandom } from '../../shared/random.ts';
import { drawGamma } from '../../numeric/samplers/draw-gamma.ts';
import { collectStore } from '../histories/collect-store.ts';

describe('the model of a store', () => {
  it('is the plain NBD where nobody leaves', () => {
    const store = simulateStore({ seed: 1, customers: 600, arrivalDays: 200, observedDays: 500, a: 1e-6, b: 10 });
    const model = fitLifetimeModel(store);
    expect(model.transactions.modelId).toBe('nbd');
    expect(model.selection.reason).toContain('nbd: likeliest');
  });

  it('is the regular one where customers buy like clockwork', () => {
    const model = fitLifetimeModel(collectRegular(5));
    expect(model.transactions.modelId).toBe('mbg-cnbd-k');
    expect(model.transactions.k).toBeGreaterThan(2);
  });

  it('is one with drop-out where customers leave, and never BG/NBD', () => {
    const store = simulateStore({ seed: 2, customers: 800, arrivalDays: 200, observedDays: 500 });
    const { transactions, selection } = fitLifetimeModel(store);
    expect(['mbg-nbd', 'pareto-nbd']).toContain(transactions.modelId);
    expect(selection.candidates.map(({ fit }) => fit.modelId)).not.toContain('bg-nbd');
    expect(selection.candidates.every(({ bic }) => Number.isFinite(bic))).toBe(true);
  });

  it('is rehearsed on the last part of the data', () => {
    const store = simulateStore({ seed: 2, customers: 800, arrivalDays: 200, observedDays: 500 });
    expect(store.rehearsal?.observedUntilDay).toBe(store.observedUntilDay - 91);
    const rehearsed = fitLifetimeModel(store).selection.candidates[0]?.rehearsal;
    expect(rehearsed?.correlation).toBeGreaterThan(0.2);
    expect(fitLifetimeModel({ ...store, rehearsal: null }).selection.candidates[0]?.rehearsal).toBeNull();
  });

  it('is the one that was asked for', () => {
    const store = simulateStore({ seed: 2, customers: 100, arrivalDays: 200, observedDays: 500 });
    expect(fitLifetimeModel(store, { model: 'bg-nbd' }).transactions.modelId).toBe('bg-nbd');
    expect(fitLifetimeModel(store, { model: 'mbg-cnbd-k', regularity: 3 }).transactions.k).toBe(3);
  });
});

/** Gaps that are the sum of so many short waits. */
function collectRegular(regularity: number) {
  const collector = createHistoryCollector({ timeUnit: 'day' });
  const root = createRandom(7);
  for (let customer = 0; customer < 300; customer += 1) {
    const random = root.fork(customer);
    const rate = drawGamma(random, 4, 4 / (regularity / 30));
    let day = random.below(100);
    while (day <= 500) {
      collector.add(customer, Math.round(day), 10);
      if (random.next() < 0.1) break;
      day += drawGamma(random, regularity, rate);
    }
  }
  const store = collectStore(collector, { observedUntilDay: 500 });
  if (!store.ok) throw new Error(store.failure.message);
  return store.value;
}
