import { gaussLegendre } from '../../../numeric/gauss-legendre.ts';
import { negativeBinomialAt, probabilityOfNoEvent } from '../negative-binomial.ts';
import type { StagedCustomer } from './staged-customer.ts';

/** How many purchases a customer would make in a time if they never left: counts, and how much each weighs. */
export interface RenewalCounts {
  readonly counts: Float64Array;
  readonly probabilities: Float64Array;
}

/** More beats than this are not added up one by one. */
const manyBeats = 20_000;
/** Where they are not, this many counts from 0 on still are. */
const singleCounts = 256;
/** Where the counts spread less than this about their mean, as a share of it, no digit tells them from it. */
const narrowSpread = 1e-8;
const { nodes, weights } = gaussLegendre(10);

/**
 * The law of ⌊(stage + M)/k⌋, where M, the beats to come in the duration, is negative binomial: Poisson mixed over λ. Where
 * M spreads over very many values, a smooth sum is replaced by its integral; counts need not be whole then.
 */
export function countRenewals(customer: StagedCustomer, duration: number): RenewalCounts {
  const { k, shape, rate } = customer;
  const odds = duration / rate;
  const mean = shape * odds;
  const spread = Math.sqrt(mean) * Math.sqrt(1 + odds);
  if (spread <= narrowSpread * mean) {
    return { counts: Float64Array.of(Math.min(mean / k, Number.MAX_VALUE)), probabilities: Float64Array.of(1) };
  }
  const from = Math.max(0, Math.floor((mean - 10 * spread) / k));
  const beats = mean + 10 * spread + 40 * (1 + odds) - k * from;
  if (beats > manyBeats)
    return countInBlocks(customer, duration, { from, scale: Math.max(spread, 1 + odds) / k, to: from + beats / k });
  return countSingly(customer, duration, { from, most: Math.ceil(beats / k) + 2 });
}

function countSingly(
  { k, stage, shape, rate }: StagedCustomer,
  duration: number,
  { from, most }: { readonly from: number; readonly most: number },
): RenewalCounts {
  const share = duration / (rate + duration);
  const mean = (shape * duration) / rate;
  const counts = new Float64Array(most);
  const probabilities = new Float64Array(most);
  let beats = Math.max(0, k * from - stage);
  let probability = negativeBinomialAt({ r: shape, alpha: rate }, duration, beats);
  for (let index = 0; index < most; index += 1) {
    let sum = 0;
    for (const end = k * (from + index + 1) - stage; beats < end; beats += 1) {
      sum += probability;
      probability *= ((shape + beats) * share) / (beats + 1);
    }
    counts[index] = from + index;
    probabilities[index] = sum;
    // The first two purchases are counted however unlikely they are; beyond them, what would change a digit.
    const ratio = Math.max(((shape + beats) * share) / (beats + 1), share);
    if (index > 1 && beats > mean && probability <= 1e-17 * Math.min(1, mean) * (1 - ratio)) {
      return { counts: counts.subarray(0, index + 1), probabilities: probabilities.subarray(0, index + 1) };
    }
  }
  return { counts, probabilities };
}

/**
 * By the midpoint rule backward (Euler–Maclaurin, DLMF 2.10(i)): the sum of a smooth f over whole numbers n … is its integral
 * from n − ½, corrected by (f(n) − f(n−1))/24.
 */
function countInBlocks(
  customer: StagedCustomer,
  duration: number,
  { from, scale, to }: { readonly from: number; readonly scale: number; readonly to: number },
): RenewalCounts {
  const counts: number[] = [];
  const probabilities: number[] = [];
  const add = (count: number, weight: number) => {
    const probability = weight * renewalProbability(customer, duration, count);
    if (probability === 0) return;
    counts.push(count);
    probabilities.push(probability);
  };
  let edge = from;
  if (from === 0) {
    for (; edge < singleCounts; edge += 1) add(edge, 1);
    add(edge, 1 / 24);
    add(edge - 1, -1 / 24);
  }
  for (edge -= 0.5; edge < to;) {
    const width = Math.min(2 * scale, edge);
    for (let node = 0; node < nodes.length; node += 1) add(edge + width * nodes[node]!, width * weights[node]!);
    edge += width;
  }
  return { counts: Float64Array.from(counts), probabilities: Float64Array.from(probabilities) };
}

/** P(n purchases if they never left), n = 0 … upTo. */
export function renewalProbabilities(customer: StagedCustomer, duration: number, upTo: number): Float64Array {
  const probabilities = new Float64Array(upTo + 1);
  // One from the other, but not where the first is too small to be held.
  if (probabilityOfNoEvent({ r: customer.shape, alpha: customer.rate }, duration) > 1e-250) {
    probabilities.set(countSingly(customer, duration, { from: 0, most: upTo + 1 }).probabilities);
    return probabilities;
  }
  return probabilities.map((_, count) => renewalProbability(customer, duration, count));
}

/** P(count purchases if they never left); a smooth function of the count from 1 on. */
export function renewalProbability(customer: StagedCustomer, duration: number, count: number): number {
  const { k, stage, shape: r, rate: alpha } = customer;
  let sum = 0;
  for (let beat = 0; beat < k; beat += 1) {
    const beats = k * count + beat - stage;
    if (beats >= 0) sum += negativeBinomialAt({ r, alpha }, duration, beats);
  }
  return sum;
}
