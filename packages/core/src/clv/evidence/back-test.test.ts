import { describe, expect, it } from 'vitest';
import { simulateStore } from '../../../test-support/clv/simulate-store.ts';
import { backTest } from './back-test.ts';

const store = simulateStore({
  seed: 21,
  customers: 600,
  arrivalDays: 200,
  calibrationDays: 365,
  observedDays: 547,
});

describe('a back-test', () => {
  const test = backTest(store, { season: 'none' });

  it('of a store that is as the model thinks foretells its total, and intervals hold what came', () => {
    expect(test.holdoutDays).toBe(182);
    expect(Math.abs(test.transactions.bias!)).toBeLessThan(0.15);
    expect(Math.abs(test.spend.bias!)).toBeLessThan(0.2);
    expect(test.intervals.purchases.p95.share).toBeGreaterThan(0.93);
    expect(test.intervals.spend.p95.share).toBeGreaterThan(0.93);
    expect(test.tracking.cumulative!).toBeLessThan(0.2);
  });

  it('shows the median to be nearer than the mean, customer by customer', () => {
    expect(test.intervals.medians.mae!).toBeLessThan(test.transactions.mae!);
  });

  it('shows the model to beat the rules of thumb', () => {
    const { pastRate, pastScaled, hiatus } = test.rulesOfThumb;
    expect(test.transactions.rmse!).toBeLessThan(pastRate.rmse!);
    expect(test.transactions.rmse!).toBeLessThan(pastScaled!.rmse!);
    expect(test.intervals.activity.share!).toBeGreaterThan(hiatus!.share!);
  });

  it('needs something held out', () => {
    expect(() => backTest({ ...store, holdout: null })).toThrow('needs a holdout');
  });
});
