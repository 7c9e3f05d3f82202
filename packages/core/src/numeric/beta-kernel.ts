import { log1pMinus } from './log1p-minus.ts';
import { logBeta } from './log-beta.ts';
import { stirlingCorrection } from './stirling-correction.ts';

/**
 * xᵃ (1−x)ᵇ / B(a, b), good to nearly the last digits also where a and b are so large that its three parts overflow.
 * Divided by x(1−x) it is the density of Beta(a, b); divided by a, the probability of a failures before b successes.
 *
 * @param x 0 < x < 1
 * @param rest 1 − x, given apart because it may be the smaller of the two.
 * @param shapes a > 0 and b > 0.
 * Source: C. Loader, Fast and Accurate Computation of Binomial Probabilities, 2000, by the same expansion around the mean.
 * @example betaKernel(0.5, 0.5, [2, 3]) // 0.375
 */
export function betaKernel(x: number, rest: number, [a, b]: readonly [number, number]): number {
  if (Math.min(a, b) < 10) {
    const logX = rest < 0.5 ? Math.log1p(-rest) : Math.log(x);
    const logRest = x < 0.5 ? Math.log1p(-x) : Math.log(rest);
    return Math.exp(a * logX + b * logRest - logBeta(a, b));
  }
  // Both large: around the mean, where the powers cancel against B. The linear terms of the logarithms add up to 0.
  const sum = a + b;
  const distance = x * b - rest * a;
  const exponent = a * log1pMinus(distance / a) + b * log1pMinus(-distance / b);
  const correction = stirlingCorrection(sum) - stirlingCorrection(a) - stirlingCorrection(b);
  return Math.sqrt((a / sum) * (b / (2 * Math.PI))) * Math.exp(exponent + correction);
}
