import { logGamma } from '../../../numeric/log-gamma.ts';
import type { PurchaseHistories } from '../../histories/purchase-histories.ts';

/**
 * The part of the log-likelihood that depends on k alone, so that different k, and other models, may be compared; 0 at k = 1.
 * Erlang-k gaps have the density λᵏ Δtᵏ⁻¹ e^(−λΔt)/(k−1)!, hence (k−1)·Σ ln Δt − x·ln (k−1)! for each customer.
 *
 * Where the gaps are not known, only the x-th purchase's time tells of k: it is Erlang-kx, and under a Poisson process
 * x purchases before a given t_x lie with density Γ(x)/t_xˣ⁻¹. Their quotient is x(k−1)·ln t_x − ln Γ(kx)/Γ(x).
 */
export function gapTerm(k: number, histories: PurchaseHistories): number {
  if (k === 1) return 0;
  const { size, frequency, recency, logGaps } = histories;
  const logFactorial = logGamma(k);
  let sum = 0;
  for (let row = 0; row < size; row += 1) {
    const x = frequency[row]!;
    if (x === 0) continue;
    if (logGaps === null) sum += x * (k - 1) * toLog(recency[row]!) - (logGamma(k * x) - logGamma(x));
    else sum += (k - 1) * logGaps[row]! - x * logFactorial;
  }
  return sum;
}

/** Of a duration; that of none at all is far down, but finite. */
function toLog(duration: number): number {
  return Math.log(Math.max(duration, Number.MIN_VALUE));
}
