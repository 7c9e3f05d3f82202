import { solveByCholesky } from './solve-by-cholesky.ts';

/**
 * The inverse of a symmetric matrix, row by row and exactly symmetric, from its Cholesky factor.
 *
 * @param factor of `cholesky`, of a `size` × `size` matrix.
 * @example invertByCholesky([2, 0, 1, 2], 2) // [0.3125, -0.125, -0.125, 0.25]
 */
export function invertByCholesky(factor: ArrayLike<number>, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let column = 0; column < size; column += 1) {
    const unit = new Float64Array(size);
    unit[column] = 1;
    const solution = solveByCholesky(factor, unit);
    for (let row = column; row < size; row += 1) {
      inverse[row * size + column] = solution[row]!;
      inverse[column * size + row] = solution[row]!;
    }
  }
  return inverse;
}
