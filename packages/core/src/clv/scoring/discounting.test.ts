import { describe, expect, it } from 'vitest';
import { mbgNbd } from '../models/mbg-nbd/mbg-nbd.ts';
import { paretoNbd } from '../models/pareto-nbd/pareto-nbd.ts';
import { createOperationalTime } from '../season/operational-time.ts';
import { createDiscounting, createEndlessDiscounting, discount } from './discounting.ts';

const weeks = createOperationalTime(null, 'week');

describe('discounted purchases', () => {
  it('without an end are those published for Pareto/NBD', () => {
    const forecast = paretoNbd.forecast([0.553, 10.578, 0.606, 11.669]);
    const annualDiscountRate = Math.expm1((0.0027 * 365.25) / 7);
    const endless = createEndlessDiscounting(weeks, 0, annualDiscountRate);
    expect(discount(endless, forecast, { frequency: 26, recency: 30.86, age: 31 })).toBeCloseTo(86.035, 1);
  });

  it.each([30, 365, 1500])('within %i days are those of ten thousand small steps', (horizonDays) => {
    const forecast = mbgNbd.forecast([0.525, 6.183, 0.891, 1.614]);
    const history = { frequency: 2, recency: 30.4, age: 38.9 };
    const discounting = createDiscounting(weeks, 0, horizonDays, 0.1);
    let sum = 0;
    let before = 0;
    const steps = 10_000;
    for (let step = 1; step <= steps; step += 1) {
      const expected = forecast.expectedTransactions(history, ((step / steps) * horizonDays) / 7);
      sum += (expected - before) * 1.1 ** (-(((step - 0.5) / steps) * horizonDays) / 365.25);
      before = expected;
    }
    expect(discount(discounting, forecast, history) / sum).toBeCloseTo(1, 6);
  });

  it('are all of a hundred years where money keeps its worth', () => {
    const forecast = mbgNbd.forecast([0.525, 6.183, 0.891, 1.614]);
    const history = { frequency: 2, recency: 30.4, age: 38.9 };
    const all = forecast.expectedTransactions(history, 36_525 / 7);
    expect(discount(createEndlessDiscounting(weeks, 0, 0), forecast, history)).toBeCloseTo(all, 9);
  });
});
