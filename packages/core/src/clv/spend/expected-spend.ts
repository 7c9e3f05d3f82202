import type { SpendParameters } from './spend-fit.ts';

/** What is known of a customer's spend; without a later purchase both are 0. */
export interface SpendHistory {
  /** Purchases after the first. */
  readonly frequency: number;
  /** Their mean amount, ≥ 0. */
  readonly meanSpend: number;
}

/**
 * Mean amount of a purchase to come: the customer's own mean drawn toward everyone's, the more, the fewer their purchases.
 * Of a newcomer, everyone's.
 *
 * @param fit with q > 1, as `fitSpendModel` makes it.
 * Source: Fader & Hardie (2013), note 025, equation 5.
 * @example expectedSpend({ p: 6.25, q: 3.74, gamma: 15.44 }, { frequency: 3, meanSpend: 35 }) // 35.02
 */
export function expectedSpend({ p, q, gamma }: SpendParameters, { frequency, meanSpend }: SpendHistory): number {
  return (p * (gamma + frequency * meanSpend)) / (p * frequency + q - 1);
}
