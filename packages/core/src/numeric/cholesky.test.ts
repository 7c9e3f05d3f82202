import { expect, test } from 'vitest';
import { cholesky } from './cholesky.ts';
import { invertByCholesky } from './invert-by-cholesky.ts';
import { solveByCholesky } from './solve-by-cholesky.ts';

const matrix = [4, 2, 0.6, 2, 5, 1.5, 0.6, 1.5, 3];
const factor = cholesky(matrix, 3)!;

test('a positive definite matrix is its factor times the factor turned over', () => {
  const product = matrix.map((_, index) => {
    const [row, column] = [Math.floor(index / 3), index % 3];
    return [0, 1, 2].reduce((sum, k) => sum + factor[row * 3 + k]! * factor[column * 3 + k]!, 0);
  });
  product.forEach((value, index) => expect(value).toBeCloseTo(matrix[index]!, 14));
});

test('a solution put into the equations gives their right side', () => {
  const right = [1, -2, 7];
  const solution = solveByCholesky(factor, right);
  const back = [0, 1, 2].map((row) => solution.reduce((sum, value, k) => sum + matrix[row * 3 + k]! * value, 0));
  back.forEach((value, index) => expect(value).toBeCloseTo(right[index]!, 13));
});

test('the inverse of the inverse is the matrix', () => {
  const inverse = invertByCholesky(factor, 3);
  invertByCholesky(cholesky(inverse, 3)!, 3).forEach((value, index) => expect(value).toBeCloseTo(matrix[index]!, 13));
});

test('there is no factor of a matrix that is not positive definite, singular, or not of numbers', () => {
  expect(cholesky([1, 2, 2, 1], 2)).toBeNull();
  expect(cholesky([1, 1, 1, 1], 2)).toBeNull();
  expect(cholesky([NaN, 0, 0, 1], 2)).toBeNull();
  expect(cholesky([Infinity, 0, 0, 1], 2)).toBeNull();
});
