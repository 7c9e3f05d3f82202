import { expect, test } from 'vitest';
import { sumTail } from './sum-tail.ts';

test('the tail of a sum of powers is that of the zeta function', () => {
  // ζ(3, 1000) = 1/(2n²) + 1/(2n³) + 1/(4n⁴) − 1/(12n⁶) + …
  expect(sumTail((n) => n ** -3, 1_000, 1e12) / 5.005002499999167e-7).toBeCloseTo(1, 12);
});

test('the tail of a geometric series is its first term over one less the ratio', () => {
  const ratio = 1 - 1e-3;
  expect((sumTail((n) => ratio ** n, 2_000, 60_000) * (1 - ratio)) / ratio ** 2_000).toBeCloseTo(1, 11);
});
