import { describe, expect, it } from 'vitest';
import { toIntervals } from './to-intervals.ts';

describe('intervals of an amount that may be 0', () => {
  const quantile = (probability: number) => 100 * probability;

  it('leave the same doubt at both ends where it is hardly ever 0', () => {
    expect(toIntervals(0.001, quantile).p80.map(Math.round)).toEqual([10, 90]);
  });

  it('begin at 0 where that is likely, and leave all doubt above', () => {
    expect(toIntervals(0.2, quantile)).toEqual({ p50: [25, 75], p80: [0, 80], p95: [0, 95] });
  });
});
