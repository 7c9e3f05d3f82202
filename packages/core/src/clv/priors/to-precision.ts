import { cholesky } from '../../numeric/cholesky.ts';
import { invertByCholesky } from '../../numeric/invert-by-cholesky.ts';

/**
 * The inverse of a covariance matrix, row by row, or of a precision matrix.
 *
 * @throws RangeError when the matrix is not positive definite.
 */
export function toPrecision(covariance: readonly number[], size: number): number[] {
  const factor = cholesky(covariance, size);
  if (factor === null) throw new RangeError('A covariance matrix is positive definite.');
  return [...invertByCholesky(factor, size)];
}
