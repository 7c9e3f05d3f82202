import { meanGammaShare } from '../../../numeric/mean-gamma-share.ts';
import { softplus } from '../../../numeric/softplus.ts';
import type { PurchaseHistory } from '../../histories/purchase-history.ts';
import { logRising } from '../log-rising.ts';
import type { ParetoCustomer } from './pareto-customer.ts';

/*
 * For given λ and μ a customer's likelihood is (Fader & Hardie 2005, equation 8)
 *
 *     λˣ μ/(λ + μ) e^−(λ+μ)t_x  +  λˣ λ/(λ + μ) e^−(λ+μ)T :
 *
 * from t_x on, leaving came before the next purchase, or else, up to T, neither came. Averaged over λ and μ that is
 *
 *     L = C · [A(t_x) · E(μ/(λ+μ) | t_x)  +  A(T) · E(λ/(λ+μ) | T)],
 *     C = Γ(r+x)/Γ(r) · αʳ βˢ,   A(t) = (α + t)^−(r+x) (β + t)^−s,
 *
 * with expectations over λ ~ Gamma(r + x, α + t) and μ ~ Gamma(s, β + t). Both are positive, so nothing cancels, as it
 * does in the difference A₀ = F₁ − F₂ of the papers; and C · A(T) is the likelihood of being alive at T.
 */

/** ln L of one history. */
export function paretoLogLikelihood(population: ParetoCustomer, history: PurchaseHistory): number {
  const { r, alpha, s, beta } = population;
  const { frequency, age } = history;
  const aliveThroughout =
    logRising(r, frequency) -
    r * Math.log1p(age / alpha) -
    frequency * Math.log(alpha + age) -
    s * Math.log1p(age / beta);
  const { logGone, quiet } = termsOf(population, history);
  const odds = logGone - Math.log(quiet);
  return aliveThroughout + Math.log(quiet) + softplus(odds);
}

/** P(alive at T) = C · A(T) / L. */
export function probabilityAliveNow(population: ParetoCustomer, history: PurchaseHistory): number {
  const { logGone, quiet } = termsOf(population, history);
  return Math.min(1, 1 / (quiet + Math.exp(logGone)));
}

/** The two terms of L over C · A(T): the first as its logarithm, for it may be beyond all numbers. */
function termsOf({ r, alpha, s, beta }: ParetoCustomer, { frequency, recency, age }: PurchaseHistory) {
  const shape = r + frequency;
  const silence = age - recency;
  const fading = shape * Math.log1p(silence / (alpha + recency)) + s * Math.log1p(silence / (beta + recency));
  return {
    logGone: fading + Math.log(meanGammaShare(s, shape, beta + recency, alpha + recency)),
    quiet: meanGammaShare(shape, s, alpha + age, beta + age),
  };
}
