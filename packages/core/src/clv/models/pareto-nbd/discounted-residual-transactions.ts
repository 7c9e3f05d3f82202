import { logScaleNodes } from '../../../numeric/log-scale-nodes.ts';
import { softplus } from '../../../numeric/softplus.ts';
import type { PurchaseHistory } from '../../histories/purchase-history.ts';
import { ifAlive } from './pareto-customer.ts';
import { probabilityAliveNow } from './still-alive.ts';

/**
 * Discounted expected residual transactions (DERT) of Pareto/NBD: how many purchases are still to come, without end, each
 * counted as e^(−discountRate · when). Times a margin per purchase it is the customer's residual value.
 *
 * It is P(alive) · (r + x)/(α + T) · ∫₀^∞ e^−δu ((β + T)/(β + T + u))ˢ du; the paper has the integral as
 * δ^(s−1) (β + T)ˢ Ψ(s, s; δ(β + T)). It is taken by quadrature, for Tricomi's Ψ is awkward at whole s and small δ.
 *
 * @param parameters r, α, s, β; all > 0.
 * @param discountRate δ > 0, continuous, per unit of the history: ln 1.15 / 52.18 for 15 % a year, in weeks.
 * @throws RangeError for a rate that is not above 0: without discounting there may be no end to it.
 * Source: Fader, Hardie & Lee (2005), "RFM and CLV: Using Iso-Value Curves for Customer Base Analysis", Journal of
 * Marketing Research 42(4), equation 2 and appendix.
 * @example
 * ```ts
 * const cdnow = [0.55328, 10.57768, 0.60624, 11.66873];
 * discountedResidualTransactions(cdnow, { frequency: 26, recency: 30.86, age: 31 }, 0.0027); // 86.03
 * ```
 */
export function discountedResidualTransactions(
  parameters: ArrayLike<number>,
  history: PurchaseHistory,
  discountRate: number,
): number {
  if (!(discountRate > 0)) throw new RangeError(`A discount rate is above 0, not ${discountRate}.`);
  const population = { r: parameters[0]!, alpha: parameters[1]!, s: parameters[2]!, beta: parameters[3]! };
  const alive = probabilityAliveNow(population, history);
  const { r, alpha, s, beta } = ifAlive(population, history);
  return alive === 0 ? 0 : alive * (r / alpha) * discountedTime(s, beta, discountRate);
}

/** ∫₀^∞ e^−δu (β/(β + u))ˢ du, by v = ln u. */
function discountedTime(s: number, beta: number, discountRate: number): number {
  const logBeta = Math.log(beta);
  const low = -Math.log(discountRate + s / beta + 1 / beta);
  const { point, weight } = logScaleNodes({ low, high: -Math.log(discountRate), decay: 1, step: 0.2 });
  let sum = 0;
  for (let index = 0; index < point.length; index += 1) {
    const v = point[index]!;
    sum += weight[index]! * Math.exp(v - discountRate * Math.exp(v) - s * softplus(v - logBeta));
  }
  return sum;
}
