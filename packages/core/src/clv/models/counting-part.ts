import type { DistinctValues } from '../histories/distinct-values.ts';
import type { PurchaseHistories } from '../histories/purchase-histories.ts';
import type { FrequencyTally } from '../histories/frequency-tally.ts';
import { risingSums } from './rising-sums.ts';

/** What the counting of purchases adds to a log-likelihood, with its derivatives by ln r and ln α. */
export interface CountingPart {
  readonly value: number;
  readonly byR: number;
  readonly byAlpha: number;
  readonly byRR: number;
  readonly byRAlpha: number;
  readonly byAlphaAlpha: number;
}

/**
 * The part Γ(r + x)/Γ(r) · αʳ/(α + T)^(r+x) that the models with Poisson purchases and gamma-distributed rates have in
 * common, over all customers. It depends on x alone and on T alone: one logarithm for each different T.
 *
 * Source: Fader, Hardie & Lee (2005), "Counting Your Customers the Easy Way", equation 6.
 */
export function countingPart(
  { size, frequency }: PurchaseHistories,
  tally: FrequencyTally,
  ages: DistinctValues,
): (r: number, alpha: number) => CountingPart {
  const purchases = new Float64Array(ages.size);
  for (let row = 0; row < size; row += 1) purchases[ages.index[row]!]! += frequency[row]!;
  return (r, alpha) => {
    const rising = risingSums(r, tally.frequency, tally.count);
    let [value, byR, byAlpha] = [rising.value, rising.slope, 0];
    let [byRAlpha, byAlphaAlpha] = [0, 0];
    for (let place = 0; place < ages.size; place += 1) {
      const customers = ages.count[place]!;
      const bought = purchases[place]!;
      const time = ages.values[place]!;
      const inverse = 1 / (alpha + time);
      // r ln α − (r + x) ln(α + T), with the two logarithms of r taken together.
      const decay = Math.log1p(time / alpha);
      value -= customers * r * decay + bought * Math.log(alpha + time);
      byR -= customers * decay;
      // r/α − (r + x)/(α + T), likewise.
      byAlpha += inverse * (customers * r * (time / alpha) - bought);
      byRAlpha += customers * (time / alpha) * inverse;
      byAlphaAlpha += inverse * inverse * (bought - customers * r * (time / alpha) * (2 + time / alpha));
    }
    return {
      value,
      byR: r * byR,
      byAlpha: alpha * byAlpha,
      byRR: r * byR + r * r * rising.curvature,
      byRAlpha: r * alpha * byRAlpha,
      byAlphaAlpha: alpha * byAlpha + alpha * alpha * byAlphaAlpha,
    };
  };
}
