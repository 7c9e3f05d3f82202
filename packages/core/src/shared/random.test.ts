import { expect, test } from 'vitest';
import { createRandom } from './random.ts';
import { xoshiro128 } from './xoshiro128.ts';

const draw = (count: number, random = createRandom(1)) => Array.from({ length: count }, () => random.next());

test('xoshiro128** gives the words its authors published', () => {
  const next = xoshiro128([1, 2, 3, 4]);
  const words = Array.from({ length: 10 }, () => next());
  expect(words).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ]);
});

test('xoshiro128** does not stand still from an empty state', () => {
  const next = xoshiro128([0, 0, 0, 0]);
  expect(new Set(Array.from({ length: 50 }, () => next())).size).toBeGreaterThan(40);
});

test('the same seed gives the same stream, another seed another', () => {
  expect(draw(5)).toEqual(draw(5));
  expect(draw(5)).not.toEqual(draw(5, createRandom(2)));
});

test('a number and the same number as a text are different names', () => {
  expect(createRandom(1).next()).not.toBe(createRandom('1').next());
});

test('a fork does not depend on what was drawn before', () => {
  const fresh = createRandom(1);
  const used = createRandom(1);
  draw(100, used);
  expect(draw(5, used.fork('customer'))).toEqual(draw(5, fresh.fork('customer')));
});

test('drawing from a fork leaves its parent as it was', () => {
  const parent = createRandom(1);
  draw(100, parent.fork('customer'));
  expect(draw(5, parent)).toEqual(draw(5));
});

test('numbers spread evenly over [0, 1): chi-square over 100 cells, p > 0.001', () => {
  const cells = Array.from({ length: 100 }, () => 0);
  for (const value of draw(100_000)) cells[Math.floor(value * 100)]! += 1;
  const chiSquare = cells.reduce((sum, count) => sum + (count - 1_000) ** 2 / 1_000, 0);
  expect(chiSquare).toBeLessThan(149); // the 99.9 % point of chi-square with 99 degrees of freedom
});

test('the first numbers of a thousand forks are not correlated with those of their neighbours', () => {
  const first = Array.from({ length: 10_000 }, (_, index) => createRandom(1).fork(index).next() - 0.5);
  const products = first.slice(1).map((value, index) => value * first[index]!);
  const correlation = (12 * products.reduce((sum, value) => sum + value, 0)) / products.length;
  expect(Math.abs(correlation)).toBeLessThan(0.033); // 3.3 standard errors
});

test('whole numbers below a bound reach every one of them and never the bound', () => {
  const random = createRandom(3);
  const seen = new Set(Array.from({ length: 1_000 }, () => random.below(7)));
  expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
});
