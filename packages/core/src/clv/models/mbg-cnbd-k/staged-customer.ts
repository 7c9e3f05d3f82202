import type { PurchaseHistory } from '../../histories/purchase-history.ts';

export type MbgCnbdKParameters = readonly [r: number, alpha: number, a: number, b: number];

/** A customer who is still there, so and so many beats after their last purchase: what is believed of them. */
export interface StagedCustomer {
  readonly k: number;
  /** Beats since the last purchase: 0 … k−1. */
  readonly stage: number;
  /** λ, the rate of beats, is Gamma(shape, rate)-distributed. */
  readonly shape: number;
  readonly rate: number;
  /** p, the chance to leave with a purchase, is Beta(a, b)-distributed, and independent of λ given the stage. */
  readonly a: number;
  readonly b: number;
}

/**
 * Bayes' rule for a customer who is still there: r+kx beats in T and `stage` more since t_x, and x+1 occasions to leave
 * that they passed by. Their belief does not depend on t_x; which stage they are in does.
 */
export function getStagedCustomer(
  k: number,
  stage: number,
  [r, alpha, a, b]: MbgCnbdKParameters,
  { frequency, age }: Pick<PurchaseHistory, 'frequency' | 'age'>,
): StagedCustomer {
  return { k, stage, shape: r + k * frequency + stage, rate: alpha + age, a, b: b + frequency + 1 };
}

/**
 * P(j beats since the last purchase | still there), j = 0 … k−1: in proportion to (r+kx)_j/j!·zʲ, where z is the gap that
 * runs as a share of α+T.
 */
export function stageProbabilities(k: number, shape: number, z: number): Float64Array {
  const probabilities = new Float64Array(k);
  let term = 1;
  let sum = 1;
  probabilities[0] = 1;
  for (let j = 1; j < k; j += 1) {
    term *= ((shape + j - 1) * z) / j;
    probabilities[j] = term;
    sum += term;
  }
  for (let j = 0; j < k; j += 1) probabilities[j]! /= sum;
  return probabilities;
}

/** ln Σ_{j<k} (shape)_j/j!·zʲ: how much likelier no purchase is in the gap that runs than no beat. */
export function logStageSum(k: number, shape: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let j = 1; j < k; j += 1) {
    term *= ((shape + j - 1) * z) / j;
    sum += term;
  }
  return Math.log(sum);
}
