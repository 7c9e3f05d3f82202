import { expectedOccasions, survivesOccasions } from '../beta-geometric-lifetime.ts';

/** A donor who is there at the last opportunity: p is Beta(alpha, beta)-distributed, θ Beta(gamma, delta). */
export interface LastingCustomer {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly delta: number;
}

/** Mean number of purchases at the next opportunities, a whole number of them. */
export function meanPurchases({ alpha, beta, gamma, delta }: LastingCustomer, opportunities: number): number {
  if (opportunities < 1) return 0;
  const present = (delta / (gamma + delta)) * expectedOccasions(gamma, delta + 1, opportunities);
  return (alpha / (alpha + beta)) * present;
}

/** P(still there at the last of the next opportunities). */
export function staysFor({ gamma, delta }: LastingCustomer, opportunities: number): number {
  return survivesOccasions(gamma, delta, opportunities);
}

/**
 * P(exactly n purchases at the next opportunities), n = 0 … upTo: over how long they stay, i opportunities or all, the beta
 * binomial law of i trials.
 *
 * Source: Fader, Hardie & Shang (2010), equation 7 with the updated parameters.
 */
export function purchaseProbabilities(customer: LastingCustomer, opportunities: number, upTo: number): Float64Array {
  const probabilities = new Float64Array(upTo + 1);
  let logAll = 0;
  for (let count = 0; count <= Math.min(upTo, opportunities); count += 1) {
    probabilities[count] = purchaseProbability(customer, opportunities, count, logAll);
    logAll += Math.log((customer.alpha + count) / (customer.alpha + customer.beta + count));
  }
  return probabilities;
}

const large = 2 ** 500;

/** @param logAll ln of the probability to buy at each of `count` opportunities. */
function purchaseProbability(
  { alpha, beta, gamma, delta }: LastingCustomer,
  opportunities: number,
  count: number,
  logAll: number,
): number {
  let logScale = logAll;
  let trials = 1; // P(count purchases in i opportunities), times e^−logScale
  let sum = 0;
  let present = survivesOccasions(gamma, delta, count);
  for (let i = count; i < opportunities; i += 1) {
    sum += trials * ((present * gamma) / (gamma + delta + i));
    present *= (delta + i) / (gamma + delta + i);
    trials *= ((i + 1) / (i + 1 - count)) * ((beta + i - count) / (alpha + beta + i));
    if (trials > large) {
      trials /= large;
      sum /= large;
      logScale += Math.log(large);
    }
  }
  return Math.min(1, Math.exp(logScale) * (sum + trials * present));
}
