/** A variance that is still more than this share of the prior's is the prior's. */
const mostOfPrior = 0.75;

/**
 * Standard errors of parameters from the covariance of their logarithms, p·√(variance of ln p): the square root of the
 * diagonal of diag(p)·H⁻¹·diag(p). Null where a prior took part and the data made it hardly narrower.
 *
 * @param covariance row by row.
 * @param priorCovariance of a prior that took part; null without one.
 * Source: the delta method; G. Casella & R. L. Berger, Statistical Inference, 2nd ed., theorem 5.5.24.
 */
export function standardErrorsOf(
  parameters: readonly number[],
  covariance: ArrayLike<number>,
  priorCovariance: ArrayLike<number> | null,
): (number | null)[] {
  const size = parameters.length;
  return parameters.map((value, k) => {
    const variance = covariance[k * size + k]!;
    if (priorCovariance !== null && variance > mostOfPrior * priorCovariance[k * size + k]!) return null;
    return value * Math.sqrt(variance);
  });
}
