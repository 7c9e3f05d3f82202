import { digamma } from '../../numeric/digamma.ts';
import { expm1Ratio } from '../../numeric/expm1-ratio.ts';
import { gaussLegendre } from '../../numeric/gauss-legendre.ts';
import { logBeta } from '../../numeric/log-beta.ts';
import { sumTail } from '../../numeric/sum-tail.ts';

/**
 * P(no dropout at the first n occasions), where each customer drops out at each occasion with a probability of their own,
 * Beta(a, b)-distributed: B(a, b+n)/B(a, b).
 *
 * @param n ≥ 0; need not be whole.
 * Source: Fader & Hardie (2007), "How to Project Customer Retention", Journal of Interactive Marketing 21(1), the survivor function.
 * @example survivesOccasions(1, 1, 3) // 0.25
 */
export function survivesOccasions(a: number, b: number, n: number): number {
  if (n === 0) return 1;
  if (n === 1) return b / (a + b);
  // Of two ways to the same, that in which less cancels.
  const log = a < n ? logBeta(a, b + n) - logBeta(a, b) : logBeta(a + b, n) - logBeta(b, n);
  return Math.min(1, Math.exp(log));
}

const { nodes, weights } = gaussLegendre(10);
/** Up to here a sum is added up. */
const fewOccasions = 256;

/**
 * The mean number of occasions, of n, at which such a customer is still there before it: Σ_{i<n} B(a, b+i)/B(a, b). The
 * first is certain.
 *
 * It is 1 + b·(1 − Q)/(a−1) with Q = Γ(b+n)·Γ(a+b)/(Γ(b+1)·Γ(a+b+n−1)), here without the 0/0 at a = 1 and without the
 * cancellation where b is large.
 *
 * @param n ≥ 1; from 256 on it need not be whole.
 * @example expectedOccasions(1, 1, 3) // 1 + 1/2 + 1/3
 */
export function expectedOccasions(a: number, b: number, n: number): number {
  if (n <= fewOccasions) {
    let sum = 1;
    for (let i = 1, survives = b / (a + b); i < n; i += 1) {
      sum += survives;
      survives *= (b + i) / (a + b + i);
    }
    return sum;
  }
  const excess = a - 1;
  if (excess > 0.5 * (b + 1)) {
    const exponent = logBeta(b + 1, excess) - logBeta(b + n, excess);
    return 1 + b * expm1Ratio(-exponent) * (exponent / excess);
  }
  if (excess < -0.5 * (b + 1)) {
    const exponent = logBeta(a + b + (n - 1), -excess) - logBeta(a + b, -excess);
    return 1 + b * expm1Ratio(-exponent) * (exponent / excess);
  }
  const slope = meanDigammaGrowth(b + 1, excess, n - 1);
  return 1 + b * expm1Ratio(-excess * slope) * slope;
}

/** So many terms of a discounted sum are added up; beyond, what is left is smooth enough to be integrated. */
const mostTerms = 2_048;

/**
 * The same without an end, each occasion discounted by `factor` from the one before: Σ_{i≥0} factorⁱ·B(a, b+i)/B(a, b), which
 * is ₂F₁(1, b; a+b; factor).
 *
 * @param factor 0 ≤ factor < 1, say 1/(1 + discount rate per period).
 * @example discountedOccasions(1, 1, 0.5) // 2 ln 2
 */
export function discountedOccasions(a: number, b: number, factor: number): number {
  let sum = 0;
  let term = 1;
  for (let i = 0; i < mostTerms; i += 1) {
    sum += term;
    term *= (factor * (b + i)) / (a + b + i);
    if (term <= 1e-17 * sum * (1 - factor)) return sum;
  }
  const log = Math.log(factor);
  return sum + sumTail((i) => survivesOccasions(a, b, i) * Math.exp(i * log), mostTerms, 40 / -log);
}

/** The mean of ψ(·+d) − ψ(·) between y and y + s. */
function meanDigammaGrowth(y: number, s: number, d: number): number {
  let sum = 0;
  for (let index = 0; index < nodes.length; index += 1) {
    sum += weights[index]! * digammaDifference(y + s * nodes[index]!, d);
  }
  return sum;
}

/** ψ(y+d) − ψ(y) for d ≥ 0. */
function digammaDifference(y: number, d: number): number {
  if (y < 1e3) return digamma(y + d) - digamma(y);
  const [square, movedSquare] = [1 / (y * y), 1 / ((y + d) * (y + d))];
  return Math.log1p(d / y) + d / (2 * y * (y + d)) + (square - movedSquare) * (1 / 12 - (square + movedSquare) / 120);
}
