/**
 * The x of matrix · x = right, from the matrix' Cholesky factor.
 *
 * @param factor of `cholesky`.
 * Source: forward and back substitution, Golub and Van Loan, Matrix Computations, 4th ed., Algorithms 3.1.1 and 3.1.2.
 * @example solveByCholesky([2, 0, 1, 2], [8, 14]) // [0.75, 2.5]
 */
export function solveByCholesky(factor: ArrayLike<number>, right: ArrayLike<number>): Float64Array {
  const size = right.length;
  const solution = Float64Array.from(right);
  for (let row = 0; row < size; row += 1) {
    let sum = solution[row]!;
    for (let k = 0; k < row; k += 1) sum -= factor[row * size + k]! * solution[k]!;
    solution[row] = sum / factor[row * size + row]!;
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = solution[row]!;
    for (let k = row + 1; k < size; k += 1) sum -= factor[k * size + row]! * solution[k]!;
    solution[row] = sum / factor[row * size + row]!;
  }
  return solution;
}
