import type { Objective } from '../../numeric/objective.ts';

/** The mean spend to hold on to, and how closely: the variance of its logarithm. */
export interface ObservedMean {
  readonly logMean: number;
  readonly logVariance: number;
}

/**
 * The log-likelihood of spend by (ln p, ln(q − 1), ln γ), so that the mean pγ/(q − 1) is finite, and with what is observed of
 * that mean as further evidence: its logarithm is normal.
 */
export function holdMean(likelihood: Objective, { logMean, logVariance }: ObservedMean): Objective {
  return (point) => {
    const excess = Math.exp(point[1]!);
    const { value, gradient, hessian } = likelihood(Float64Array.of(point[0]!, Math.log1p(excess), point[2]!));
    // ln q has the derivative s = (q − 1)/q by ln(q − 1), and s(1 − s) after it.
    const s = excess / (1 + excess);
    const scale = [1, s, 1];
    const sign = [1, -1, 1];
    const distance = point[0]! + point[2]! - point[1]! - logMean;
    const bent = gradient[1]! * s * (1 - s);
    return {
      value: value - (distance * distance) / (2 * logVariance),
      gradient: gradient.map((each, k) => each * scale[k]! - (sign[k]! * distance) / logVariance),
      hessian: hessian.map((each, place) => {
        const [row, column] = [Math.floor(place / 3), place % 3];
        const curved = each * scale[row]! * scale[column]! - (sign[row]! * sign[column]!) / logVariance;
        return row === 1 && column === 1 ? curved + bent : curved;
      }),
    };
  };
}
