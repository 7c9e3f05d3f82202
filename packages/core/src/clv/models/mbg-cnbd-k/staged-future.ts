import { expectedOccasions, survivesOccasions } from '../beta-geometric-lifetime.ts';
import { countRenewals, renewalProbabilities } from './count-renewals.ts';
import type { StagedCustomer } from './staged-customer.ts';

/**
 * The mean number of purchases in the duration: a customer who would make N if they never left makes the n-th, n ≤ N, if
 * they stay after each of n−1. All terms are positive; the paper approximates this.
 */
export function meanPurchases(customer: StagedCustomer, duration: number): number {
  const { a, b } = customer;
  const { counts, probabilities } = countRenewals(customer, duration);
  let last = -Infinity;
  let survives = 0;
  let occasions = 0;
  let mean = 0;
  for (let index = 0; index < counts.length; index += 1) {
    const count = counts[index]!;
    if (count === last + 1) {
      occasions += survives;
      survives *= (b + last) / (a + b + last);
    } else {
      occasions = count < 1 ? Math.max(0, count) : expectedOccasions(a, b, count);
      survives = survivesOccasions(a, b, count);
    }
    last = count;
    mean += probabilities[index]! * occasions;
  }
  return mean;
}

/** P(still there after the duration): that they stay after each of N purchases. */
export function staysFor(customer: StagedCustomer, duration: number): number {
  const { a, b } = customer;
  const { counts, probabilities } = countRenewals(customer, duration);
  let last = -Infinity;
  let survives = 0;
  let sum = 0;
  for (let index = 0; index < counts.length; index += 1) {
    const count = counts[index]!;
    survives =
      count === last + 1 ? survives * ((b + last) / (a + b + last)) : survivesOccasions(a, b, Math.max(0, count));
    last = count;
    sum += probabilities[index]! * survives;
  }
  return Math.min(1, sum);
}

/** P(exactly n purchases), n = 0 … upTo: N = n and they stay as long, or they leave with the n-th of N ≥ n. */
export function purchaseProbabilities(customer: StagedCustomer, duration: number, upTo: number): Float64Array {
  const { a, b } = customer;
  const renewals = renewalProbabilities(customer, duration, upTo);
  const probabilities = new Float64Array(upTo + 1);
  let survives = 1;
  let atLeast = 1;
  for (let count = 0; count <= upTo; count += 1) {
    const exactly = renewals[count]!;
    let leaves = 0;
    if (count > 0) {
      leaves = (survives * a) / (a + b + count - 1);
      survives *= (b + count - 1) / (a + b + count - 1);
    }
    probabilities[count] = survives * exactly + leaves * atLeast;
    atLeast = Math.max(0, atLeast - exactly);
  }
  return probabilities;
}
