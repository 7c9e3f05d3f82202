import { logScaleNodes } from './log-scale-nodes.ts';
import { softplus } from './softplus.ts';

/** Of |tanh ¼θ|: up to here (rates in a ratio of 49) the series needs fewer than 140 terms. */
export const greatestSeriesArgument = 0.75;

/**
 * E[X / (X + Y)] for independent X ~ Gamma(p, rate P) and Y ~ Gamma(q, rate Q): if things of two kinds come at unknown
 * rates X and Y, the chance that one of the first kind comes first. Relative error below 1e-11 for all arguments from
 * 1e-30 to 1e30; the chance of the second kind is `meanGammaShare(q, p, Q, P)`, not the difference from 1.
 *
 * With θ = ln P/Q and k = p + q it is, by Euler's integral (DLMF 15.6.1) and transformation (15.8.1),
 *
 *     p/k · ₂F₁(1, q; k + 1; 1 − P/Q)           for P ≤ Q
 *     p/k · Q/P · ₂F₁(1, p + 1; k + 1; 1 − Q/P)  for P > Q
 *
 * of which all terms are positive. ₂F₁ is summed as `gammaShareTerms` says; where the rates are too far apart for that,
 * the share is ∫₀^∞ p P^p (P + u)^(−p−1) (Q / (Q + u))^q du: first at u, and the other not before.
 *
 * @param p > 0
 * @param q > 0
 * @param P > 0
 * @param Q > 0
 * @example meanGammaShare(2, 1, 5, 5) // 2/3
 */
export function meanGammaShare(p: number, q: number, P: number, Q: number): number {
  const tau = toShareArgument(P, Q);
  if (tau > greatestSeriesArgument) return integrateShare(p, q, P, Q);
  const k = p + q;
  return P > Q ? ((p / k) * Q * sumShareSeries(k, p + 1, tau)) / P : (p / k) * sumShareSeries(k, q, tau);
}

/** |tanh ¼θ|, θ = ln P/Q. */
export function toShareArgument(P: number, Q: number): number {
  const rootP = Math.sqrt(P);
  const rootQ = Math.sqrt(Q);
  return Math.abs(rootP - rootQ) / (rootP + rootQ);
}

/** How many terms of the series say all that double precision can hold. */
export function countShareTerms(tau: number): number {
  return 4 + Math.ceil(39 / -Math.log(tau));
}

/**
 * ₂F₁(1, b; k + 1; z) in powers of τ = (1 − √(1 − z)) / (1 + √(1 − z)), which maps the plane cut along [1, ∞) to the unit
 * disk: at z = ½ twenty terms do for fifty. Put into z(1 − z)F′ + (k − bz)F = k, the differential equation of this ₂F₁,
 * that gives
 *
 *     (n + k) fₙ = (4b − 2k) fₙ₋₁ + (n − 2 − k) fₙ₋₂,   f₀ = 1, f₁ = 4b / (k + 1), without fₙ₋₂ at n = 2.
 */
function sumShareSeries(k: number, b: number, tau: number): number {
  const terms = countShareTerms(tau);
  let before = 0;
  let last = (4 * b) / (k + 1);
  let power = tau;
  let sum = 1 + last * tau;
  for (let n = 2; n < terms; n += 1) {
    const next = ((4 * b - 2 * k) * last + (n - 2 - k) * before) / (n + k);
    power *= tau;
    sum += next * power;
    before = last;
    last = next;
  }
  return sum;
}

function integrateShare(p: number, q: number, P: number, Q: number): number {
  const { logP, logQ, nodes } = toShareNodes({ p, q }, { P, Q }, 0.25);
  let sum = 0;
  for (let index = 0; index < nodes.point.length; index += 1) {
    const v = nodes.point[index]!;
    const fadingP = -softplus(v - logP);
    sum -= nodes.weight[index]! * Math.exp(p * fadingP - q * softplus(v - logQ)) * Math.expm1(fadingP);
  }
  return p * sum;
}

interface Shapes {
  readonly p: number;
  readonly q: number;
}
interface Rates {
  readonly P: number;
  readonly Q: number;
}

/** For ∫ p u/(P + u) · (1 + u/P)^−p · (1 + u/Q)^−q dv, v = ln u. */
export function toShareNodes({ p, q }: Shapes, { P, Q }: Rates, step: number) {
  const logP = Math.log(P);
  const logQ = Math.log(Q);
  const low = -Math.log((p + 1) / P + q / Q);
  // Nothing is left from where either power has fallen to e^−50; with large shapes that is soon.
  const high = Math.min(Math.max(logP, logQ), logP + Math.log(Math.expm1(50 / p)), logQ + Math.log(Math.expm1(50 / q)));
  return { logP, logQ, nodes: logScaleNodes({ low, high, decay: p + q, step }) };
}
