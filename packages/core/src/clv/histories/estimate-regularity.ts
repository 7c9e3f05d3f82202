import { digamma } from '../../numeric/digamma.ts';
import type { PurchaseHistories } from './purchase-histories.ts';
import { tallyFrequencies } from './frequency-tally.ts';

/** Beyond these a customer buys in bursts, or like clockwork. */
const [leastRegular, mostRegular] = [1 / 64, 64];

/**
 * How regularly a store's customers buy, without fitting a model: the k of gamma-distributed gaps, 1 for pure chance, below
 * for bursts, above for habit. The shares that a customer's gaps have in their sum do not depend on how often they buy and
 * are Dirichlet(k, …, k)-distributed: this is the k of their greatest likelihood, 1/64 … 64. A quick check of the k that
 * `fitRegularity` chooses.
 *
 * Source: the shares are those of Wheat & Morrison (1990), "Estimating Purchase Regularity with Two Interpurchase Times",
 * Journal of Marketing Research 27(1), of whose pairs of gaps it is the generalization to all gaps.
 *
 * @returns null where the gaps are not known, or nobody has made two of them.
 * @example estimateRegularity(histories) // 1.9: nearly every second beat of a Poisson process
 */
export function estimateRegularity(histories: PurchaseHistories): number | null {
  const { size, frequency, recency, logGaps } = histories;
  if (logGaps === null) return null;
  let shares = 0;
  let repeated = 0;
  for (let row = 0; row < size; row += 1) {
    const x = frequency[row]!;
    if (x < 2 || !(recency[row]! > 0) || !Number.isFinite(logGaps[row]!)) continue;
    shares += logGaps[row]! - x * Math.log(recency[row]!);
    repeated += 1;
  }
  if (repeated === 0) return null;
  const tally = tallyFrequencies(
    frequency.filter((x, row) => x > 1 && recency[row]! > 0 && Number.isFinite(logGaps[row]!)),
  );
  /** The mean of `shares` for a given k; it rises with k. */
  const expected = (k: number) =>
    tally.frequency.reduce((sum, x, place) => sum + tally.count[place]! * x * (digamma(k) - digamma(k * x)), 0);
  let [low, high] = [Math.log(leastRegular), Math.log(mostRegular)];
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (expected(Math.exp(middle)) < shares) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}
