import { expect, test } from 'vitest';
import { kolmogorovSmirnov, ksLimit } from '../../../test-support/kolmogorov-smirnov.ts';
import { drawMany } from '../../../test-support/samples.ts';
import { createRandom } from '../../shared/random.ts';
import { regularizedGamma } from '../regularized-gamma.ts';
import { drawBeta } from './draw-beta.ts';
import { drawExponential } from './draw-exponential.ts';
import { drawGamma } from './draw-gamma.ts';
import { drawNormal } from './draw-normal.ts';
import { drawPoisson } from './draw-poisson.ts';

test('waiting times are exponential', () => {
  const sample = drawMany(20_000, drawExponential);
  expect(kolmogorovSmirnov(sample, (x) => -Math.expm1(-x))).toBeLessThan(ksLimit);
});

test('squares of normal numbers are gamma-distributed with shape ½ and rate ½, and half of them are negative', () => {
  const sample = drawMany(20_000, drawNormal);
  const squares = sample.map((value) => value ** 2);
  expect(kolmogorovSmirnov(squares, (x) => regularizedGamma(0.5, x / 2))).toBeLessThan(ksLimit);
  expect(Math.abs(sample.filter((value) => value < 0).length - 10_000)).toBeLessThan(3.3 * Math.sqrt(5_000));
});

test.each([0.25, 0.7, 1, 1.3, 6])('gamma numbers of shape %d follow their law', (shape) => {
  const sample = drawMany(20_000, (random) => drawGamma(random, shape, 55) * 55);
  expect(kolmogorovSmirnov(sample, (x) => regularizedGamma(shape, x))).toBeLessThan(ksLimit);
});

test('a gamma number is the smaller, the greater its rate', () => {
  const mean = drawMany(20_000, (random) => drawGamma(random, 1.3, 55)).reduce((sum, x) => sum + x, 0) / 20_000;
  expect(mean).toBeCloseTo(1.3 / 55, 3);
});

test('beta numbers follow their law where it is a polynomial: Beta(2, 3), Beta(0.9, 1), Beta(1, 9)', () => {
  const draw = (a: number, b: number) => drawMany(20_000, (random) => drawBeta(random, a, b));
  expect(kolmogorovSmirnov(draw(2, 3), (x) => 6 * x ** 2 - 8 * x ** 3 + 3 * x ** 4)).toBeLessThan(ksLimit);
  expect(kolmogorovSmirnov(draw(0.9, 1), (x) => x ** 0.9)).toBeLessThan(ksLimit);
  expect(kolmogorovSmirnov(draw(1, 9), (x) => 1 - (1 - x) ** 9)).toBeLessThan(ksLimit);
});

test('beta numbers of shapes too small for a double stand at 0 and 1, as often as their mean says', () => {
  const sample = drawMany(10_000, (random) => drawBeta(random, 1e-6, 3e-6));
  expect(sample.every((value) => value >= 0 && value <= 1)).toBe(true);
  const ones = sample.filter((value) => value > 0.5).length;
  expect(Math.abs(ones - 2_500)).toBeLessThan(3.3 * Math.sqrt(10_000 * 0.25 * 0.75));
});

test.each([0.3, 4, 9.99, 10, 37.5, 2_500])('counts of mean %d follow the law of Poisson', (mean) => {
  const sample = drawMany(10_000, (random) => drawPoisson(random, mean));
  // A whole number lies somewhere in its step of the distribution function: anywhere in it, evenly.
  const below = (count: number) => (count === 0 ? 0 : 1 - regularizedGamma(count, mean));
  const random = createRandom('steps');
  const spread = sample.map((count) => {
    const low = below(count);
    return low + random.next() * (below(count + 1) - low);
  });
  expect(kolmogorovSmirnov(spread, (share) => share)).toBeLessThan(ksLimit);
});

test('nothing comes of a mean of nought', () => {
  expect(drawPoisson(createRandom(1), 0)).toBe(0);
});
