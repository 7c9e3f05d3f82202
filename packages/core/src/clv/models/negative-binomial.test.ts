import { expect, test } from 'vitest';
import { negativeBinomial, negativeBinomialTail } from './negative-binomial.ts';

test.each([
  [0.24, 4.4, 39],
  [1e6, 1e5, 30],
  [30, 1e-3, 0.02],
  [1e-6, 1, 5],
])(
  'shape %d and rate %d for %d: counts add up to 1 with their tail, and the tail falls by each count',
  (r, alpha, t) => {
    const law = { r, alpha };
    const counts = negativeBinomial(law, t, 400);
    const sum = counts.reduce((total, share) => total + share, 0);
    expect(sum + negativeBinomialTail(law, t, 401)).toBeCloseTo(1, 11);
    for (const n of [0, 1, 5, 290, 310]) {
      const fall = negativeBinomialTail(law, t, n) - negativeBinomialTail(law, t, n + 1);
      expect(fall).toBeCloseTo(counts[n]!, 11);
    }
  },
);

test('in no time nothing happens', () => {
  expect(Array.from(negativeBinomial({ r: 0.5, alpha: 2 }, 0, 2))).toEqual([1, 0, 0]);
  expect(negativeBinomialTail({ r: 0.5, alpha: 2 }, 0, 1)).toBe(0);
});
