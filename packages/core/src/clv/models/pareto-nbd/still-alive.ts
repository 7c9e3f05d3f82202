import { meanGammaShare } from '../../../numeric/mean-gamma-share.ts';
import type { PurchaseHistory } from '../../histories/purchase-history.ts';
import { logRising } from '../log-rising.ts';
import type { ParetoCustomer } from './pareto-customer.ts';
import { timesUntil } from './times-until.ts';

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
 * with expectations over λ ~ Gamma(r + x, α + t) and μ ~ Gamma(s, β + t). Both terms are positive, so nothing cancels, as
 * it does in the difference A₀ = F₁ − F₂ of the papers; and C · A(T) is the likelihood of being alive at T.
 */

/** Above it, ln L is so near to 0 that it is known better by what it lacks. */
const nearlyCertain = -1e-4;

/** ln L of one history. */
export function paretoLogLikelihood(population: ParetoCustomer, history: PurchaseHistory): number {
  const { r, alpha, s, beta } = population;
  const { frequency, recency, age } = history;
  const left = meanGammaShare(s, r + frequency, beta + recency, alpha + recency);
  const quiet = meanGammaShare(r + frequency, s, alpha + age, beta + age);
  const logOdds = fading(population, history) + Math.log(left / quiet);
  // From the greater of the two terms on.
  const [t, share] = logOdds > 0 ? [recency, left] : [age, quiet];
  const faded = -r * Math.log1p(t / alpha) - frequency * Math.log(alpha + t) - s * Math.log1p(t / beta);
  const value = logRising(r, frequency) + faded + Math.log(share) + Math.log1p(Math.exp(-Math.abs(logOdds)));
  if (frequency === 0 && value > nearlyCertain) return Math.log1p(-probabilityOfPurchase(population, age));
  return value;
}

/** P(alive at T) = C · A(T) / L. */
export function probabilityAliveNow(population: ParetoCustomer, history: PurchaseHistory): number {
  return 1 / (1 + oddsOfHavingLeft(population, history));
}

/** P(left before T), exact also where it is next to nothing. */
export function probabilityLeftNow(population: ParetoCustomer, history: PurchaseHistory): number {
  return 1 / (1 + 1 / oddsOfHavingLeft(population, history));
}

/** L / (C · A(T)) − 1 = A(t_x)/A(T) · E(μ/(λ+μ) | t_x) − E(μ/(λ+μ) | T). */
function oddsOfHavingLeft(population: ParetoCustomer, history: PurchaseHistory): number {
  const { r, alpha, s, beta } = population;
  const { frequency, recency, age } = history;
  const atRecency = meanGammaShare(s, r + frequency, beta + recency, alpha + recency);
  const atAge = meanGammaShare(s, r + frequency, beta + age, alpha + age);
  return Math.max(0, atAge * Math.expm1(fading(population, history) + Math.log(atRecency / atAge)));
}

/** ln A(t_x)/A(T). */
function fading({ r, alpha, s, beta }: ParetoCustomer, { frequency, recency, age }: PurchaseHistory): number {
  const silence = age - recency;
  return (r + frequency) * Math.log1p(silence / (alpha + recency)) + s * Math.log1p(silence / (beta + recency));
}

/** P(a purchase in (0, t]) = ∫₀ᵗ r αʳ (α + u)^−(r+1) (β/(β + u))ˢ du: at u for the first time, and not left before. */
function probabilityOfPurchase(customer: ParetoCustomer, t: number): number {
  const { r, alpha, s, beta } = customer;
  const { time, weight } = timesUntil(t, customer, 0.25);
  let sum = 0;
  for (let index = 0; index < time.length; index += 1) {
    const u = time[index]!;
    sum += (weight[index]! / (alpha + u)) * Math.exp(-r * Math.log1p(u / alpha) - s * Math.log1p(u / beta));
  }
  return r * sum;
}
