/** Where a function of v = ln u is to be looked at, and what each look weighs: ∫ f(v) dv ≈ Σ weight · f(point). */
export interface LogScaleNodes {
  readonly point: Float64Array;
  readonly weight: Float64Array;
}

export interface LogScale {
  /** ln of the least scale at which the function changes its course; below it, it falls at least like u. */
  readonly low: number;
  /** ln of the greatest such scale; above it, the function falls like u^−decay, or faster. */
  readonly high: number;
  readonly decay: number;
  /** Between nodes; ≤ ¼ where the function is regular for |Im v| < π/2. */
  readonly step: number;
}

/** How far from `low` and `high` the nodes begin to spread; nearer, the spreading would be felt between them. */
const margin = 3;
/** e^−40 is nothing beside 1. */
const nothing = 40;

/**
 * Nodes for the integral over (−∞, ∞) of a function whose features lie between two scales that may be many powers of ten
 * apart: even steps of v = ln u between them, steps that grow exponentially beyond, so that both tails end after a few.
 * For functions analytic in a strip around the real line the trapezoidal rule on them converges exponentially.
 *
 * Source: H. Takahasi and M. Mori, Double Exponential Formulas for Numerical Integration, Publ. RIMS 9, 1974, with the
 * map v = y + exp(y − high − margin) − exp(low − margin − y) for theirs.
 * @example
 * ```ts
 * // ∫₀^∞ du / (1 + u)² = 1
 * const { point, weight } = logScaleNodes({ low: 0, high: 0, decay: 1, step: 0.25 });
 * point.reduce((sum, v, index) => sum + (weight[index]! * Math.exp(v)) / (1 + Math.exp(v)) ** 2, 0);
 * ```
 */
export function logScaleNodes({ low, high, decay, step }: LogScale): LogScaleNodes {
  const leftBend = low - margin;
  const rightBend = Math.max(low, high) + margin;
  const start = leftBend - Math.log(nothing);
  const end = rightBend + Math.log(nothing / Math.min(decay, 1));
  const size = Math.ceil((end - start) / step) + 1;
  const point = new Float64Array(size);
  const weight = new Float64Array(size);
  let left = nothing;
  let right = Math.exp(start - rightBend);
  const growth = Math.exp(step);
  for (let index = 0; index < size; index += 1) {
    point[index] = start + index * step + right - left;
    weight[index] = step * (1 + right + left);
    left /= growth;
    right *= growth;
  }
  return { point, weight };
}
