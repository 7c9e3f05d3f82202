import { describe, expect, it } from 'vitest';
import { foreseeNextPurchase } from './foresee-next-purchase.ts';

describe('the next purchase', () => {
  it('of someone who buys at a steady rate comes as an exponential time says', () => {
    const { probability, expectedDays, quantilesDays } = foreseeNextPurchase((days) => Math.exp(-days / 50));
    expect(probability).toBeCloseTo(1, 9);
    expect(expectedDays! / 50).toBeCloseTo(1, 3);
    expect(quantilesDays!.q10 / (-50 * Math.log(0.9))).toBeCloseTo(1, 2);
    expect(quantilesDays!.q50 / (50 * Math.LN2)).toBeCloseTo(1, 2);
    expect(quantilesDays!.q90 / (50 * Math.log(10))).toBeCloseTo(1, 2);
  });

  it('is timed given that there is one', () => {
    const { probability, quantilesDays } = foreseeNextPurchase((days) => 0.7 + 0.3 * Math.exp(-days / 50));
    expect(probability).toBeCloseTo(0.3, 6);
    expect(quantilesDays!.q50 / (50 * Math.LN2)).toBeCloseTo(1, 2);
  });

  it('that never comes has no time', () => {
    expect(foreseeNextPurchase(() => 1)).toEqual({ probability: 0, expectedDays: null, quantilesDays: null });
  });
});
