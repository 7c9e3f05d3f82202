import { describe, expect, it } from 'vitest';
import { simulateStore } from '../../../test-support/clv/simulate-store.ts';
import { fitLifetimeModel } from '../fit-lifetime-model.ts';
import { summaryOf } from '../histories/collected-histories.ts';
import { createScorer } from '../scoring/create-scorer.ts';

const factors = [0.6, 1, 1.6];
const names = ['ads', 'mail', 'shop'];
const store = simulateStore({
  seed: 11,
  customers: 2400,
  arrivalDays: 250,
  observedDays: 400,
  rateFactor: (customer) => factors[customer % 3]!,
});
const channel = Array.from(store.customerIndex, (customer) => names[customer % 3]!);
const luck = Array.from(store.customerIndex, (customer) => (((customer * 7919) >> 3) % 2 === 0 ? 'heads' : 'tails'));

describe('labels of customers', () => {
  it.each(['mbg-nbd', 'pareto-nbd', 'nbd'] as const)(
    'tell by %s how much more often some buy, and nothing where they mean nothing',
    (id) => {
      const model = fitLifetimeModel({ ...store, labels: { channel, luck } }, { model: id });
      expect(model.covariates?.covariates.map(({ name }) => name)).toEqual(['channel']);
      const effects = model.covariates!.covariates[0]!.effects;
      const mean = Math.log(factors[0]! * factors[1]! * factors[2]!) / 3;
      for (const { label, logPurchaseRate, logPurchaseRateDeviation } of effects) {
        const truth = Math.log(factors[names.indexOf(label ?? '')]!) - mean;
        expect(Math.abs(logPurchaseRate - truth)).toBeLessThan(3 * logPurchaseRateDeviation + 0.05);
        expect(logPurchaseRateDeviation).toBeLessThan(0.12);
      }
    },
  );

  it('change what is foreseen of a customer, and unknown ones do not', () => {
    const model = fitLifetimeModel({ ...store, labels: { channel } }, { model: 'mbg-nbd' });
    const scorer = createScorer(model);
    const of = (labels: Record<string, string>) => scorer.estimate({ summary: null, labels }).expectedTransactions;
    expect(of({ channel: 'shop' })).toBeGreaterThan(1.5 * of({ channel: 'ads' }));
    expect(of({ channel: 'never seen' })).toBe(of({}));
    expect(scorer.estimate({ summary: summaryOf(store, 0) }).probabilityAlive).toBeGreaterThan(0);
  });

  it('that few customers have, and those without, count together', () => {
    const rare = channel.map((label, row) => (row % 6 === 0 ? null : row % 600 === 1 ? 'fair' : label));
    const model = fitLifetimeModel({ ...store, labels: { channel: rare } }, { model: 'mbg-nbd' });
    expect(model.covariates?.covariates[0]?.effects.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['ads', 'mail', 'shop', null]),
    );
  });
});
