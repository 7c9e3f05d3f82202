import { describe, expect, it } from 'vitest';
import { simulateStore } from '../../../test-support/clv/simulate-store.ts';
import { fitLifetimeModel } from '../fit-lifetime-model.ts';
import { getBuiltInPrior } from './built-in-prior.ts';
import { inTimeUnit } from './in-time-unit.ts';
import { learnAgencyPrior } from './learn-agency-prior.ts';

const truth = { r: 1.5, alpha: 200, a: 0.4, b: 4 };
const stores = Array.from({ length: 12 }, (_, seed) =>
  simulateStore({ ...truth, seed, customers: 400, arrivalDays: 300, observedDays: 700 }),
);
const models = stores.map((store) => fitLifetimeModel(store, { model: 'mbg-nbd' }));
const prior = learnAgencyPrior(models);
const small = simulateStore({ ...truth, seed: 99, customers: 8, arrivalDays: 200, observedDays: 260 });

describe('what an agency’s stores teach', () => {
  it('is near what they have in common', () => {
    const learned = prior.transactions['mbg-nbd']!.mean.map(Math.exp);
    expect(prior.storeCount).toBe(12);
    expect(learned[0]! / truth.r).toBeGreaterThan(0.75);
    expect(learned[0]! / truth.r).toBeLessThan(1.33);
    expect(learned[1]! / truth.alpha).toBeGreaterThan(0.75);
    expect(learned[1]! / truth.alpha).toBeLessThan(1.33);
  });

  it('is surer than what is known of any store', () => {
    const [learned, usual] = [prior.transactions['mbg-nbd']!, getBuiltInPrior('mbg-nbd')];
    expect(learned.precision[0]!).toBeGreaterThan(2 * usual.precision[0]!);
  });

  it('brings a small store nearer to the truth', () => {
    const errorOf = (parameters: readonly number[]) => Math.abs(Math.log(parameters[1]! / truth.alpha));
    const alone = fitLifetimeModel(small, { model: 'mbg-nbd' });
    const taught = fitLifetimeModel(small, { model: 'mbg-nbd', prior });
    expect(errorOf(taught.transactions.parameters)).toBeLessThan(errorOf(alone.transactions.parameters));
  });

  it('is nothing without stores, and little of a few', () => {
    expect(learnAgencyPrior([])).toEqual({ transactions: {}, storeCount: 0 });
    const few = learnAgencyPrior(models.slice(0, 3)).transactions['mbg-nbd']!;
    expect(few.precision[0]!).toBeLessThan(prior.transactions['mbg-nbd']!.precision[0]!);
  });

  it('holds no customer: only means and covariances', () => {
    expect(Object.keys(prior)).toEqual(['transactions', 'storeCount']);
    expect(Object.keys(prior.transactions['mbg-nbd']!)).toEqual(['mean', 'precision']);
  });
});

describe('a prior', () => {
  it('in weeks has times a seventh as long', () => {
    const days = getBuiltInPrior('pareto-nbd');
    const weeks = inTimeUnit(days, 'pareto-nbd', 'week');
    expect(days.mean.map((value, place) => Math.exp(value - weeks.mean[place]!))).toEqual([
      1,
      expect.closeTo(7, 9),
      1,
      expect.closeTo(7, 9),
    ]);
  });
});
