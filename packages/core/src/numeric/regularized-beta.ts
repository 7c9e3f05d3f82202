import { betaKernel } from './beta-kernel.ts';

/**
 * I_x(a, b): the probability that a Beta(a, b) number is at most x.
 *
 * @param x 0 ≤ x ≤ 1
 * @param a > 0
 * @param b > 0
 * Source: the continued fraction DLMF 8.17.22 by Lentz's method, on the side where it converges fast (8.17.4).
 * @example regularizedBeta(0.5, 2, 3) // 0.6875
 */
export function regularizedBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - lowerTail(1 - x, x, [b, a]);
  return lowerTail(x, 1 - x, [a, b]);
}

/** `rest` is 1 − x. */
function lowerTail(x: number, rest: number, [a, b]: readonly [number, number]): number {
  return Math.min(1, (betaKernel(x, rest, [a, b]) * continuedFraction(x, a, b)) / a);
}

function continuedFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 20_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 2e-16) break;
  }
  return fraction;

  function nonZero(value: number): number {
    return Math.abs(value) < tiny ? tiny : value;
  }
}
