import { describe, expect, it } from 'vitest';
import type { Objective } from '../../numeric/objective.ts';
import { createRandom } from '../../shared/random.ts';
import { drawPosterior } from './draw-posterior.ts';
import { resample } from './resample.ts';

/** ln of a gamma density of shape 4 and rate 1, by the logarithm: skewed, with mean and variance that are known. */
const logGammaDensity: Objective = (point) => {
  const growth = Math.exp(point[0]!);
  return {
    value: 4 * point[0]! - growth,
    gradient: Float64Array.of(4 - growth),
    hessian: Float64Array.of(-growth),
  };
};

/** Two normal coordinates that know of each other. */
const bell: Objective = ([x = 0, y = 0]) => ({
  value: -(x * x - x * y + y * y),
  gradient: Float64Array.of(y - 2 * x, x - 2 * y),
  hessian: Float64Array.of(-2, 1, 1, -2),
});

describe('draws from a posterior', () => {
  it('have its mean and variance though it is skewed', () => {
    const peak = { point: [Math.log(4)], covariance: [1 / 4] };
    const { points } = drawPosterior(logGammaDensity, peak, { proposals: 8000, count: 8000 }, createRandom(1));
    const values = points.map(([log = 0]) => Math.exp(log));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(mean).toBeCloseTo(4, 0);
    expect(Math.abs(mean - 4)).toBeLessThan(0.1);
    expect(Math.abs(variance - 4)).toBeLessThan(0.5);
  });

  it('of a normal one are worth most of what was proposed', () => {
    const peak = { point: [0, 0], covariance: [2 / 3, 1 / 3, 1 / 3, 2 / 3] };
    const { effectiveSampleSize } = drawPosterior(bell, peak, { proposals: 2000, count: 10 }, createRandom(2));
    expect(effectiveSampleSize).toBeGreaterThan(1500);
    expect(effectiveSampleSize).toBeLessThanOrEqual(2000);
  });

  it('ask for the density a few times only, however many there are', () => {
    let asked = 0;
    const counted: Objective = (point) => {
      asked += 1;
      return bell(point);
    };
    const peak = { point: [0, 0], covariance: [2 / 3, 1 / 3, 1 / 3, 2 / 3] };
    drawPosterior(counted, peak, { proposals: 4000, count: 10 }, createRandom(3));
    expect(asked).toBeLessThan(400);
  });

  it('stay where they are when the density is nowhere finite', () => {
    const nowhere: Objective = () => ({ value: NaN, gradient: Float64Array.of(NaN), hessian: Float64Array.of(NaN) });
    const { points, effectiveSampleSize } = drawPosterior(
      nowhere,
      { point: [1], covariance: [1] },
      { proposals: 10, count: 3 },
      createRandom(4),
    );
    expect(effectiveSampleSize).toBe(0);
    expect(points.every(([value]) => Number.isFinite(value))).toBe(true);
  });
});

describe('resampling', () => {
  it('draws each place as often as its weight says', () => {
    const { chosen, effectiveSampleSize } = resample(Float64Array.from([1, 3, 0].map(Math.log)), 400, createRandom(5));
    expect([0, 1, 2].map((place) => chosen.filter((each) => each === place).length)).toEqual([100, 300, 0]);
    expect(effectiveSampleSize).toBeCloseTo(1.6, 9);
  });
});
