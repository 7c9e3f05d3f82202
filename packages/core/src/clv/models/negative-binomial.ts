import { betaKernel } from '../../numeric/beta-kernel.ts';
import { regularizedBeta } from '../../numeric/regularized-beta.ts';

/** A customer who buys at a rate that is gamma-distributed with shape r and rate α, and does not leave. */
export interface GammaRate {
  readonly r: number;
  readonly alpha: number;
}

/** P(no purchase within t). */
export function probabilityOfNoEvent({ r, alpha }: GammaRate, t: number): number {
  return Math.exp(-r * Math.log1p(t / alpha));
}

/**
 * P(n purchases within t), n = 0 … upTo.
 *
 * Source: Ehrenberg (1959); Schmittlein, Morrison & Colombo (1987), equation 8.
 */
export function negativeBinomial({ r, alpha }: GammaRate, t: number, upTo: number): Float64Array {
  const probabilities = new Float64Array(upTo + 1);
  const none = probabilityOfNoEvent({ r, alpha }, t);
  probabilities[0] = none;
  if (t <= 0) return probabilities;
  const z = t / (alpha + t);
  for (let n = 1; n <= upTo; n += 1) {
    // One from the other, but not where the first is too small to be held.
    probabilities[n] =
      none > 1e-250 ? probabilities[n - 1]! * ((r + (n - 1)) / n) * z : negativeBinomialAt({ r, alpha }, t, n);
  }
  return probabilities;
}

/** P(n purchases within t), of one n alone; from 1 on a smooth function of it. */
export function negativeBinomialAt({ r, alpha }: GammaRate, t: number, n: number): number {
  if (n === 0) return probabilityOfNoEvent({ r, alpha }, t);
  return t <= 0 ? 0 : betaKernel(t / (alpha + t), alpha / (alpha + t), [n, r]) / n;
}

/**
 * P(n purchases or more within t).
 *
 * Source: DLMF 8.17.24, the negative binomial tail as an incomplete beta function.
 */
export function negativeBinomialTail({ r, alpha }: GammaRate, t: number, n: number): number {
  return n === 0 ? 1 : regularizedBeta(t / (alpha + t), n, r);
}
