import { gammaShareSeries, sumGammaShareSeries } from '../../../numeric/gamma-share-series.ts';
import { integrateGammaShare } from '../../../numeric/integrate-gamma-share.ts';
import { greatestSeriesArgument } from '../../../numeric/mean-gamma-share.ts';
import type { DistinctPairs } from '../../histories/distinct-pairs.ts';
import type { PairGroups } from './pair-groups.ts';
import type { ParetoCustomer } from './pareto-customer.ts';

/**
 * One of the two terms of a likelihood (see still-alive.ts) for every distinct pair, A(t) · α^(r+x) βˢ times a share, as
 * logarithm, with its derivatives by ln r, ln α, ln s and ln β.
 */
export interface PairTerms {
  readonly log: Float64Array;
  /** Four for each pair. */
  readonly slope: Float64Array;
  /** Ten for each pair, the upper triangle row by row. */
  readonly curvature: Float64Array;
  /** The term again, as mantissa · 2^exponent: terms are compared without a logarithm or an exponential. */
  readonly mantissa: Float64Array;
  readonly exponent: Float64Array;
}

export function roomForTerms(size: number): PairTerms {
  return {
    log: new Float64Array(size),
    slope: new Float64Array(4 * size),
    curvature: new Float64Array(10 * size),
    mantissa: new Float64Array(size),
    exponent: new Float64Array(size),
  };
}

/** Which rate the term has the share of: leaving in the first, at t_x; buying in the second, at T. */
export type SharedRate = 'leaving' | 'buying';

/** Works the terms of all pairs out, with one series for each frequency. */
export function fillTerms(
  terms: PairTerms,
  { time }: DistinctPairs,
  groups: PairGroups,
  { rate, population }: { readonly rate: SharedRate; readonly population: ParetoCustomer },
): void {
  const { r, alpha, s, beta } = population;
  const jet = new Float64Array(10);
  const scratch = new Float64Array(1024);
  const byLeaving = rate === 'leaving';
  const farApart = toTimeOfRatio(alpha, beta);
  for (let group = 0; group < groups.frequency.length; group += 1) {
    const a = r + groups.frequency[group]!;
    const p = byLeaving ? s : a;
    const q = byLeaving ? a : s;
    const from = Math.max(groups.leastTime[group]!, farApart);
    const rates = byLeaving ? { P: beta + from, Q: alpha + from } : { P: alpha + from, Q: beta + from };
    const series = gammaShareSeries({ p, q }, rates, scratch);
    for (let place = groups.start[group]!; place < groups.start[group + 1]!; place += 1) {
      const pair = groups.order[place]!;
      const t = time[pair]!;
      const P = byLeaving ? beta + t : alpha + t;
      const Q = byLeaving ? alpha + t : beta + t;
      if (t < farApart) integrateGammaShare(p, q, [P, Q], jet);
      else sumGammaShareSeries(series, P, Q, jet);
      if (byLeaving) orderJet(jet);
      storeTerm(terms, pair, { jet, population, a, t });
    }
  }
}

/** Up to this time α + t and β + t are too far apart for the series. */
function toTimeOfRatio(alpha: number, beta: number): number {
  const ratio = ((1 + greatestSeriesArgument) / (1 - greatestSeriesArgument)) ** 2;
  return (Math.max(alpha, beta) - ratio * Math.min(alpha, beta)) / (ratio - 1);
}

/** From derivatives by (s, a, ln B/A) to those by (a, s, ln A/B). */
function orderJet(jet: Float64Array): void {
  const [byS, byA, bySS, byAA, bySTheta, byATheta] = [jet[1]!, jet[2]!, jet[4]!, jet[6]!, jet[7]!, jet[8]!];
  jet[1] = byA;
  jet[2] = byS;
  jet[3] = -jet[3]!;
  jet[4] = byAA;
  jet[6] = bySS;
  jet[7] = -byATheta;
  jet[8] = -bySTheta;
}

interface TermAt {
  /** ln of the share, and its derivatives by a, s and θ = ln A/B, A = α + t, B = β + t. */
  readonly jet: Float64Array;
  readonly population: ParetoCustomer;
  readonly a: number;
  readonly t: number;
}

/** ln share − a ln(1 + t/α) − s ln(1 + t/β), with the chain rule to logarithms: ∂θ/∂ln α = α/A, ∂θ/∂ln β = −β/B. */
function storeTerm(
  { log, slope, curvature, mantissa, exponent }: PairTerms,
  pair: number,
  { jet, population, a, t }: TermAt,
) {
  const { r, alpha, s, beta } = population;
  const u = alpha / (alpha + t);
  const w = beta / (beta + t);
  const fadingA = Math.log1p(t / alpha);
  const fadingB = Math.log1p(t / beta);
  const theta = jet[3]!;
  const value = jet[0]! - a * fadingA - s * fadingB;
  log[pair] = value;
  const g = 4 * pair;
  const byR = r * (jet[1]! - fadingA);
  const byS = s * (jet[2]! - fadingB);
  slope[g] = byR;
  slope[g + 1] = u * theta + a * (1 - u);
  slope[g + 2] = byS;
  slope[g + 3] = s * (1 - w) - w * theta;
  const h = 10 * pair;
  curvature[h] = r * r * jet[4]! + byR;
  curvature[h + 1] = r * (u * jet[7]! + 1 - u);
  curvature[h + 2] = r * s * jet[5]!;
  curvature[h + 3] = -r * w * jet[7]!;
  curvature[h + 4] = u * u * jet[9]! + u * (1 - u) * (theta - a);
  curvature[h + 5] = s * u * jet[8]!;
  curvature[h + 6] = -u * w * jet[9]!;
  curvature[h + 7] = s * s * jet[6]! + byS;
  curvature[h + 8] = s * (1 - w - w * jet[8]!);
  curvature[h + 9] = w * w * jet[9]! - w * (1 - w) * (theta + s);
  const power = Math.round(value * Math.LOG2E);
  exponent[pair] = power;
  mantissa[pair] = Math.exp(value - power * Math.LN2);
}
