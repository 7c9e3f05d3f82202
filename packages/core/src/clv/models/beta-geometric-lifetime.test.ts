import { expect, test } from 'vitest';
import { discountedOccasions, expectedOccasions, survivesOccasions } from './beta-geometric-lifetime.ts';

/** Σ factorⁱ·B(a, b+i)/B(a, b) over i < n, term by term. */
function addUp(a: number, b: number, n: number, factor = 1): number {
  let [sum, term] = [0, 1];
  for (let i = 0; i < n; i += 1) {
    sum += term;
    term *= (factor * (b + i)) / (a + b + i);
  }
  return sum;
}

const shapes = [1e-8, 0.01, 0.3, 0.76, 1 - 2 ** -53, 1, 1 + 2 ** -52, 1.3, 2, 50, 1e6];
const grid = shapes.flatMap((a) => [1e-8, 0.1, 1, 3, 100, 1e6, 1e10].map((b) => [a, b] as const));

test('the mean number of occasions is the sum of the survivors, whatever a and b', () => {
  for (const [a, b] of grid) {
    for (const n of [1, 2, 256, 257, 3_000]) expect(expectedOccasions(a, b, n) / addUp(a, b, n)).toBeCloseTo(1, 11);
  }
});

test('the discounted number of occasions is the discounted sum, by quadrature, too', () => {
  for (const [a, b] of grid) {
    for (const rate of [1, 0.1, 2e-3]) {
      const sum = addUp(a, b, Math.ceil(40 / Math.log1p(rate)), 1 / (1 + rate));
      expect(discountedOccasions(a, b, 1 / (1 + rate)) / sum).toBeCloseTo(1, 9);
    }
  }
});

test('whoever leaves with probability ½ on average, any chance being as likely, stays for n with 1/(n+1)', () => {
  expect(survivesOccasions(1, 1, 3)).toBeCloseTo(0.25, 14);
  expect(expectedOccasions(1, 1, 3)).toBeCloseTo(1 + 1 / 2 + 1 / 3, 14);
  expect(discountedOccasions(1, 1, 0.5)).toBeCloseTo(2 * Math.LN2, 14);
});
