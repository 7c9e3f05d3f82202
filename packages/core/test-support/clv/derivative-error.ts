import type { Objective } from '../../src/numeric/objective.ts';

/**
 * How far gradient and Hessian of an objective are from central differences of its value and of its gradient, in
 * proportion to the largest of them.
 */
export function derivativeError(objective: Objective, point: readonly number[]): number {
  const step = 1e-5;
  const at = (k: number, by: number) =>
    objective(Float64Array.from(point, (value, j) => (j === k ? value + by : value)));
  const here = objective(Float64Array.from(point));
  const size = point.length;
  const scale = (column: Float64Array) => Math.max(1, ...column.map(Math.abs));
  let error = 0;
  for (let k = 0; k < size; k += 1) {
    const [above, below] = [at(k, step), at(k, -step)];
    const slope = (above.value - below.value) / (2 * step);
    error = Math.max(
      error,
      Math.abs(slope - here.gradient[k]!) / Math.max(1, Math.abs(here.value), scale(here.gradient)),
    );
    for (let row = 0; row < size; row += 1) {
      const curve = (above.gradient[row]! - below.gradient[row]!) / (2 * step);
      error = Math.max(error, Math.abs(curve - here.hessian[row * size + k]!) / scale(here.hessian));
    }
  }
  return error;
}
