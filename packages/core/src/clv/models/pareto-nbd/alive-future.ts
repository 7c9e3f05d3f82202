import { expm1Ratio } from '../../../numeric/expm1-ratio.ts';
import { negativeBinomial } from '../negative-binomial.ts';
import { probabilityOfStaying, type ParetoCustomer } from './pareto-customer.ts';
import { paretoLogLikelihood } from './still-alive.ts';
import { timesUntil } from './times-until.ts';

/**
 * The mean number of purchases in (0, t]: rβ/(α(s − 1)) · [1 − (β/(β + t))^(s−1)], written so that s = 1 is no pole.
 *
 * Source: Schmittlein, Morrison & Colombo (1987), equation 17; Fader & Hardie (2005), equation 19.
 */
export function expectedPurchases({ r, alpha, s, beta }: ParetoCustomer, t: number): number {
  const span = Math.log1p(t / beta);
  return (r / alpha) * beta * span * expm1Ratio((1 - s) * span);
}

/** P(no purchase in (0, t]): the likelihood of having been watched for t and having bought nothing. */
export function probabilityOfNoPurchase(customer: ParetoCustomer, t: number): number {
  return Math.min(1, Math.exp(paretoLogLikelihood(customer, { frequency: 0, recency: 0, age: t })));
}

/**
 * P(n purchases in (0, t]), n = 0 … upTo: those of an NBD until t for whoever stays that long, or until they leave at u:
 *
 *     P(n) = NBD(n; t) · S(t) + ∫₀ᵗ NBD(n; u) · s βˢ (β + u)^−(s+1) du,   S(t) = (β / (β + t))ˢ.
 *
 * The integral is taken by v = ln u/(t − u), for all n at once; its terms are positive and sum to 1 over n at every u.
 *
 * Source: Fader & Hardie (2006), "Deriving an Expression for P(X(t) = x) Under the Pareto/NBD Model", equation 3 and §3.
 */
export function purchaseProbabilities(customer: ParetoCustomer, t: number, upTo: number): Float64Array {
  const { r, alpha, s, beta } = customer;
  const staying = probabilityOfStaying(customer, t);
  const probabilities = negativeBinomial({ r, alpha }, t, upTo).map((each) => staying * each);
  if (t <= 0) return probabilities;
  // NBD(n; u) by ln u is as wide as √(1/n + 1/r); for large n and r the steps have to be finer.
  const step = Math.min(0.25, 0.6 * Math.sqrt(1 / (upTo + 1) + 1 / r));
  const { time, weight } = timesUntil(t, customer, step);
  const growth = Float64Array.from({ length: upTo + 1 }, (_, n) => (r + n - 1) / n);
  for (let index = 0; index < time.length; index += 1) {
    const u = time[index]!;
    const leaving = (weight[index]! * s * Math.exp(-s * Math.log1p(u / beta))) / (beta + u);
    if (!(leaving > 1e-30)) continue;
    const none = Math.exp(-r * Math.log1p(u / alpha));
    if (none > 1e-250) addCounts(probabilities, leaving * none, growth, u / (alpha + u));
    else negativeBinomial({ r, alpha }, u, upTo).forEach((each, n) => (probabilities[n]! += leaving * each));
  }
  return probabilities;
}

/** Adds to the probabilities those of an NBD, each from the one before; `none` is the first, with its weight. */
function addCounts(probabilities: Float64Array, none: number, growth: Float64Array, z: number): void {
  let each = none;
  probabilities[0]! += each;
  for (let n = 1; n < probabilities.length; n += 1) {
    each *= growth[n]! * z;
    probabilities[n]! += each;
  }
}
