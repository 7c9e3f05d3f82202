import { expectedOccasions, survivesOccasions } from '../beta-geometric-lifetime.ts';
import { negativeBinomialAt, probabilityOfNoEvent } from '../negative-binomial.ts';
import { renewalProbability, type RenewalSpan, spanOfRenewals, visitRenewals } from './count-renewals.ts';
import type { StagedCustomer } from './staged-customer.ts';

/** What a duration brings on average, over all counts N of purchases that a customer would make if they never left. */
interface StagedFuture {
  readonly purchases: number;
  /** P(still there at its end). */
  readonly stays: number;
}

/** More beats than this are not added up one by one. */
const manyBeats = 20_000;
/** Where the counts spread less than this about their mean, as a share of it, no digit tells them from it. */
const narrowSpread = 1e-8;

/**
 * The mean number of purchases in the duration: a customer who would make N if they never left makes the n-th, n ≤ N, if
 * they stay after each of n−1. All terms are positive; the paper approximates this.
 */
export function meanPurchases(customer: StagedCustomer, duration: number): number {
  return foresee(customer, duration).purchases;
}

/** P(still there after the duration): that they stay after each of N purchases. */
export function staysFor(customer: StagedCustomer, duration: number): number {
  return Math.min(1, foresee(customer, duration).stays);
}

function foresee(customer: StagedCustomer, duration: number): StagedFuture {
  const { k, a, b } = customer;
  const span = spanOfRenewals(customer, duration);
  const { mean, scale, from, to } = span;
  if (scale <= narrowSpread * mean) {
    const count = Math.min(mean, Number.MAX_VALUE);
    return { purchases: meanOccasions(a, b, count), stays: survivesOccasions(a, b, count) };
  }
  return k * (to - from) > manyBeats ? sumSmoothly(customer, duration, span) : sumSingly(customer, duration, span);
}

function sumSingly(
  { k, stage, shape, rate, a, b }: StagedCustomer,
  duration: number,
  { mean, from, to }: RenewalSpan,
): StagedFuture {
  const share = duration / (rate + duration);
  let beats = Math.max(0, k * from - stage);
  let probability = negativeBinomialAt({ r: shape, alpha: rate }, duration, beats);
  let occasions = meanOccasions(a, b, from);
  let survives = survivesOccasions(a, b, from);
  let [purchases, stays] = [0, 0];
  for (let count = from; count < to + 2; count += 1) {
    let sum = 0;
    for (const end = k * (count + 1) - stage; beats < end; beats += 1) {
      sum += probability;
      probability *= ((shape + beats) * share) / (beats + 1);
    }
    purchases += sum * occasions;
    stays += sum * survives;
    occasions += survives;
    survives *= (b + count) / (a + b + count);
    // The first two purchases are counted however unlikely they are; beyond them, what would change a digit.
    if (count < from + 2 || beats <= k * mean) continue;
    const ratio = Math.max(((shape + beats) * share) / (beats + 1), share);
    if (probability <= 1e-17 * Math.min(1, k * mean) * (1 - ratio)) break;
  }
  return { purchases, stays };
}

/** Where M spreads over very many values, a smooth sum is replaced by its integral. */
function sumSmoothly(customer: StagedCustomer, duration: number, span: RenewalSpan): StagedFuture {
  const { a, b } = customer;
  let [purchases, stays] = [0, 0];
  visitRenewals(span, (count, weight) => {
    const probability = weight * renewalProbability(customer, duration, count);
    purchases += probability * meanOccasions(a, b, count);
    stays += probability * survivesOccasions(a, b, count);
  });
  return { purchases, stays };
}

function meanOccasions(a: number, b: number, count: number): number {
  return count < 1 ? count : expectedOccasions(a, b, count);
}

/** Adds P(exactly n purchases), n = 0 …, times a weight: N = n and they stay as long, or they leave with the n-th of N ≥ n. */
export function addPurchaseProbabilities(
  sums: Float64Array,
  weight: number,
  customer: StagedCustomer,
  duration: number,
): void {
  const { k, stage, shape, rate, a, b } = customer;
  const share = duration / (rate + duration);
  const none = probabilityOfNoEvent({ r: shape, alpha: rate }, duration);
  // One from the other, but not where the first is too small to be held.
  const isHeld = none > 1e-250;
  let beats = 0;
  let probability = none;
  let survives = 1;
  let atLeast = 1;
  for (let count = 0; count < sums.length; count += 1) {
    let exactly = isHeld ? 0 : renewalProbability(customer, duration, count);
    for (const end = isHeld ? k * (count + 1) - stage : 0; beats < end; beats += 1) {
      exactly += probability;
      probability *= ((shape + beats) * share) / (beats + 1);
    }
    let leaves = 0;
    if (count > 0) {
      leaves = (survives * a) / (a + b + count - 1);
      survives *= (b + count - 1) / (a + b + count - 1);
    }
    sums[count]! += weight * (survives * exactly + leaves * atLeast);
    atLeast = Math.max(0, atLeast - exactly);
  }
}
