/**
 * The lower triangle L with L·Lᵀ = matrix, row by row; null where the matrix is not positive definite (or not finite).
 *
 * @param matrix symmetric, `size` × `size`, row by row; only the lower triangle is read.
 * Source: G. H. Golub and C. F. Van Loan, Matrix Computations, 4th ed., Algorithm 4.2.1.
 * @example cholesky([4, 2, 2, 5], 2) // [2, 0, 1, 2]
 */
export function cholesky(matrix: ArrayLike<number>, size: number): Float64Array | null {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row * size + column]!;
      for (let k = 0; k < column; k += 1) sum -= factor[row * size + k]! * factor[column * size + k]!;
      if (row !== column) factor[row * size + column] = sum / factor[column * size + column]!;
      else if (sum > 0 && sum < Infinity) factor[row * size + row] = Math.sqrt(sum);
      else return null;
    }
  }
  return factor;
}
