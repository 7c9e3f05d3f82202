import { createRandom } from '@regulars/core/shared';
import { expect, test } from 'vitest';
import { chiSquareLimit, chiSquareScore } from '../../test-support/chi-square.ts';
import { gammaDistribution } from '../../test-support/gamma-distribution.ts';
import { kolmogorovSmirnov, ksLimit } from '../../test-support/kolmogorov-smirnov.ts';
import { drawMany } from '../../test-support/samples.ts';
import { drawBeta } from './beta.ts';
import { choose, pick } from './choose.ts';
import { drawExponential } from './exponential.ts';
import { drawGamma } from './gamma.ts';
import { drawNormal } from './normal.ts';

test('waiting times are exponential', () => {
  const sample = drawMany(20_000, drawExponential);
  expect(kolmogorovSmirnov(sample, (x) => -Math.expm1(-x))).toBeLessThan(ksLimit);
});

test('squares of normal numbers are gamma-distributed with shape ½ and rate ½, and half of them are negative', () => {
  const sample = drawMany(20_000, drawNormal);
  const squares = sample.map((value) => value ** 2);
  expect(kolmogorovSmirnov(squares, (x) => gammaDistribution(0.5, x / 2))).toBeLessThan(ksLimit);
  expect(Math.abs(sample.filter((value) => value < 0).length - 10_000)).toBeLessThan(3.3 * Math.sqrt(5_000));
});

test.each([0.25, 0.7, 1, 1.3, 6])('gamma numbers of shape %d follow their law', (shape) => {
  const sample = drawMany(20_000, (random) => drawGamma(random, shape, 55) * 55);
  expect(kolmogorovSmirnov(sample, (x) => gammaDistribution(shape, x))).toBeLessThan(ksLimit);
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

test('a choice is as likely as its weight, and one of weight nought is never made', () => {
  const weights = [
    ['a', 5],
    ['b', 0],
    ['c', 3],
    ['d', 2],
  ] as const;
  const sample = drawMany(10_000, (random) => choose(random, weights));
  const seen = (letter: string) => sample.filter((choice) => choice === letter).length;
  expect(seen('b')).toBe(0);
  const cells = [
    { observed: seen('a'), expected: 5_000 },
    { observed: seen('c'), expected: 3_000 },
    { observed: seen('d'), expected: 2_000 },
  ];
  expect(chiSquareScore(cells)).toBeLessThan(chiSquareLimit);
});

test('nothing can be chosen from nothing', () => {
  expect(() => pick(createRandom(1), [])).toThrow(RangeError);
  expect(() => choose(createRandom(1), [])).toThrow(RangeError);
});
