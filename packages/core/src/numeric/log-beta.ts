import { logGamma } from './log-gamma.ts';
import { stirlingCorrection } from './stirling-correction.ts';

const halfLogTwoPi = 0.9189385332046728;

/**
 * ln B(a, b), without the loss of digits of ln Γ(a) + ln Γ(b) − ln Γ(a + b) where one of them is large.
 *
 * @param a > 0
 * @param b > 0
 * Source: A. R. DiDonato and A. H. Morris, Algorithm 708, ACM TOMS 18(3), 1992, equations for `betaln`.
 * @example logBeta(2, 3) // ln 1/12 = -2.4849066497880004
 */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (large < 10) return logGamma(small) + logGamma(large) - logGamma(small + large);
  const correction = stirlingCorrection(large) - stirlingCorrection(small + large);
  const ratio = small / (small + large);
  if (small < 10) {
    const logSum = Math.log(small + large);
    return logGamma(small) + correction + small - small * logSum + (large - 0.5) * Math.log1p(-ratio);
  }
  const powers = (small - 0.5) * Math.log(ratio) + large * Math.log1p(-ratio);
  return halfLogTwoPi - 0.5 * Math.log(large) + correction + stirlingCorrection(small) + powers;
}
