/** A function of a share p, as `betaExpectation` needs it. */
export interface FunctionOfShare {
  /** Its value at p, 0 < p ≤ 1; not negative, not rising. */
  readonly at: (p: number) => number;
  /** Its limit at 0; finite. */
  readonly atZero: number;
  /** By how much it changes at most, in proportion to itself and to p, near p = 0; and near p = 1. */
  readonly steepness: number;
}

const negligible = 1e-18;

/**
 * The mean of a function of p ~ Beta(a, b), to some 12 digits whatever the shapes. What is added up is positive, so
 * nothing cancels, and there are no lines of shapes on which it degenerates.
 *
 * Source: the trapezoidal rule on the logit of p, which converges geometrically: L. N. Trefethen & J. A. C. Weideman,
 * "The Exponentially Convergent Trapezoidal Rule", SIAM Review 56(3), 2014, theorem 5.1. Where only a power of p or of
 * 1 − p is left the rest is a geometric series.
 * @example betaExpectation({ at: (p) => 1 - p, atZero: 1, steepness: 1 }, 2, 3) // 0.6
 */
export function betaExpectation(f: FunctionOfShare, a: number, b: number): number {
  const step = Math.min(0.25, 0.65 * Math.sqrt(1 / a + 1 / b));
  const weightAt = logisticBetaWeight(a, b);
  const shareAt = (u: number) => 1 / (1 + (b / a) * Math.exp(-u));
  let total = 1;
  let sum = f.at(shareAt(0));
  for (let k = 1; ; k += 1) {
    const weight = weightAt(k * step);
    const value = f.at(shareAt(k * step));
    total += weight;
    sum += weight * value;
    if (!(weight > negligible * total) && !(weight * value > negligible * sum)) break;
    const rest = 1 / (1 + (a / b) * Math.exp(k * step));
    if (rest * (a + f.steepness) < 1e-17) {
      const others = weight / Math.expm1(b * step);
      total += others;
      sum += others * value;
      break;
    }
  }
  for (let k = 1; ; k += 1) {
    const weight = weightAt(-k * step);
    const share = shareAt(-k * step);
    total += weight;
    sum += weight * f.at(share);
    if (!(weight > negligible * total) && !(weight * f.atZero > negligible * sum)) break;
    if (share * (b + f.steepness) < 1e-17) {
      const others = weight / Math.expm1(a * step);
      total += others;
      sum += others * f.atZero;
      break;
    }
  }
  return sum / total;
}

/** pᵃ (1 − p)ᵇ in proportion to its peak at p = a / (a + b), by the distance from there on the logit scale. */
function logisticBetaWeight(a: number, b: number): (u: number) => number {
  const [share, rest] = [a / (a + b), b / (a + b)];
  const [logShare, logRest] = [-Math.log1p(b / a), -Math.log1p(a / b)];
  return (u) => {
    if (Math.abs(u) < 1) {
      return Math.exp(-a * Math.log1p(rest * Math.expm1(-u)) - b * Math.log1p(share * Math.expm1(u)));
    }
    const logP = -Math.log1p((b / a) * Math.exp(-u)) - logShare;
    const logQ = -Math.log1p((a / b) * Math.exp(u)) - logRest;
    return Math.exp(a * logP + b * logQ);
  };
}
