import { cholesky } from '../../numeric/cholesky.ts';
import { invertByCholesky } from '../../numeric/invert-by-cholesky.ts';
import type { Maximum } from '../../numeric/maximize-by-newton.ts';
import type { LogNormalPrior } from './log-normal-prior.ts';

/** The covariance of what was found: the inverse of the negative Hessian; null where that is not positive definite. */
export function covarianceAt({ hessian, point }: Maximum): Float64Array | null {
  const information = hessian.map((value) => -value);
  const factor = cholesky(information, point.length);
  return factor === null ? null : invertByCholesky(factor, point.length);
}

/** @throws RangeError for a precision that is not positive definite. */
export function covarianceOf({ mean, precision }: LogNormalPrior): Float64Array {
  const factor = cholesky(precision, mean.length);
  if (factor === null) throw new RangeError('The precision of a prior is a positive definite matrix.');
  return invertByCholesky(factor, mean.length);
}

/** A parameter known to a factor of e³ = 20 at best is not known. */
const largestDeviation = 3;

/** Whether a maximum was reached, and every parameter is known there. */
export function isDetermined({ converged, point }: Maximum, covariance: ArrayLike<number>): boolean {
  return converged && point.every((_, k) => covariance[k * point.length + k]! < largestDeviation ** 2);
}
