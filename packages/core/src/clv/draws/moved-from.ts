/** No logarithm of a parameter is further from 0. */
const largest = 60;

/** The point that is z away from the center, in units of a covariance's Cholesky factor. */
export function movedFrom(center: ArrayLike<number>, factor: Float64Array, z: Float64Array): Float64Array {
  const size = center.length;
  return Float64Array.from(center, (value, row) => {
    let sum = value;
    for (let column = 0; column <= row; column += 1) sum += factor[row * size + column]! * z[column]!;
    return Math.max(-largest, Math.min(largest, sum));
  });
}
