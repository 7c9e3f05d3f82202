import { gaussLegendre } from '../../../numeric/gauss-legendre.ts';
import { negativeBinomialAt } from '../negative-binomial.ts';
import type { StagedCustomer } from './staged-customer.ts';

/**
 * N, how many purchases a customer would make in a time if they never left, is ⌊(stage + M)/k⌋, where M, the beats to come,
 * is negative binomial: Poisson mixed over λ. All but nothing of it lies in this span.
 */
export interface RenewalSpan {
  readonly mean: number;
  /** Standard deviation, or what is as wide where it is skewed. */
  readonly scale: number;
  /** A whole number. */
  readonly from: number;
  readonly to: number;
}

/** Where they are not counted one by one, this many counts from 0 on still are. */
const singleCounts = 256;
const { nodes, weights } = gaussLegendre(10);

export function spanOfRenewals({ k, shape, rate }: StagedCustomer, duration: number): RenewalSpan {
  const odds = duration / rate;
  const mean = shape * odds;
  const spread = Math.sqrt(mean) * Math.sqrt(1 + odds);
  return {
    mean: mean / k,
    scale: Math.max(spread, 1 + odds) / k,
    from: Math.max(0, Math.floor((mean - 10 * spread) / k)),
    to: (mean + 10 * spread + 40 * (1 + odds)) / k,
  };
}

/**
 * Counts that stand for all in the span, and how much each weighs; they need not be whole. By the midpoint rule backward
 * (Euler–Maclaurin, DLMF 2.10(i)): the sum of a smooth f over whole numbers n … is its integral from n − ½, corrected by
 * (f(n) − f(n−1))/24.
 */
export function visitRenewals({ from, to, scale }: RenewalSpan, visit: (count: number, weight: number) => void): void {
  let edge = from;
  if (from === 0) {
    for (; edge < singleCounts; edge += 1) visit(edge, 1);
    visit(edge, 1 / 24);
    visit(edge - 1, -1 / 24);
  }
  for (edge -= 0.5; edge < to;) {
    const width = Math.min(2 * scale, edge);
    for (let node = 0; node < nodes.length; node += 1) visit(edge + width * nodes[node]!, width * weights[node]!);
    edge += width;
  }
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
