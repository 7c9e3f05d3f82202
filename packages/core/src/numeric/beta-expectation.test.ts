import { expect, test } from 'vitest';
import { betaExpectation } from './beta-expectation.ts';

const shapes = [1e-9, 1e-3, 0.2, 1, 1 + 2 ** -52, 3.7, 60, 1e4, 1e9];
const pairs = shapes.flatMap((a) => shapes.map((b) => [a, b] as const));

test('the mean of 1 − p is b / (a + b), whatever the shapes', () => {
  const wrong = pairs.filter(([a, b]) => {
    const mean = betaExpectation({ at: (p) => 1 - p, atZero: 1, steepness: 1 }, a, b);
    return !(Math.abs(mean - b / (a + b)) < 1e-13);
  });
  expect(wrong).toEqual([]);
});

test('the mean of (1 + p)⁻ᵃ⁻ᵇ is 2⁻ᵃ: DLMF 15.4.6 with 15.8.1', () => {
  const wrong = pairs.filter(([a, b]) => {
    if (a + b > 500) return false;
    const f = { at: (p: number) => (1 + p) ** -(a + b), atZero: 1, steepness: a + b };
    return !(Math.abs(betaExpectation(f, a, b) / 2 ** -a - 1) < 1e-12);
  });
  expect(wrong).toEqual([]);
});

test('what is constant is its own mean', () => {
  for (const [a, b] of pairs)
    expect(betaExpectation({ at: () => 7, atZero: 7, steepness: 0 }, a, b)).toBeCloseTo(7, 12);
});

test('a function that is no number has no mean, and the search for it ends', () => {
  expect(betaExpectation({ at: () => NaN, atZero: NaN, steepness: 1 }, 2, 3)).toBeNaN();
});
