import type { Objective } from '../../numeric/objective.ts';
import type { Peak } from './draw-posterior.ts';
import { movedFrom } from './moved-from.ts';

/** Of whitened coordinates z, in which the peak is at 0 and as wide as 1 in all directions. */
export type WhitenedDensity = (z: Float64Array) => number;

/** Differences are taken so far from the peak: over where most of the draws are. */
const reach = 1.5;

/**
 * A log-density around its peak, to the fourth order: from the second derivatives at two places on each axis come all
 * third ones, and the fourth ones but of four different coordinates. It costs a few looks at the density, however many
 * points are then asked for. Null where the density is not finite so near.
 *
 * Source: central differences of the Hessian, M. Abramowitz & I. A. Stegun (1964), 25.3.21 and 25.3.23.
 *
 * @param factor the Cholesky factor of the peak's covariance.
 */
export function expandDensity(density: Objective, { point }: Peak, factor: Float64Array): WhitenedDensity | null {
  const size = point.length;
  const middle = density(Float64Array.from(point)).hessian;
  const cubic: Float64Array[] = [];
  const quartic: Float64Array[] = [];
  for (let axis = 0; axis < size; axis += 1) {
    const [above, below] = [reach, -reach].map((distance) => {
      const z = Float64Array.from({ length: size }, (_, place) => (place === axis ? distance : 0));
      return density(movedFrom(point, factor, z)).hessian;
    });
    if (above === undefined || below === undefined) return null;
    cubic.push(
      whiten(
        above.map((value, cell) => (value - below[cell]!) / (2 * reach) / 6),
        factor,
        size,
      ),
    );
    const bent = above.map((value, cell) => (value + below[cell]! - 2 * middle[cell]!) / reach ** 2 / 24);
    quartic.push(whiten(bent, factor, size).map((value, cell) => value * multiplicity(cell, axis, size)));
  }
  if (![...cubic, ...quartic].every((matrix) => matrix.every(Number.isFinite))) return null;
  return (z) => {
    let value = 0;
    for (let axis = 0; axis < size; axis += 1) {
      const along = z[axis]!;
      value += -0.5 * along ** 2 + along * bend(cubic[axis]!, z) + along ** 2 * bend(quartic[axis]!, z);
    }
    return value;
  };
}

/** How many of the fourth derivatives by two coordinates and twice the axis one entry stands for. */
function multiplicity(cell: number, axis: number, size: number): number {
  const [row, column] = [Math.floor(cell / size), cell % size];
  if (row === axis && column === axis) return 1;
  if (row === axis || column === axis) return 2;
  return row === column ? 3 : 6;
}

function bend(matrix: Float64Array, z: Float64Array): number {
  const size = z.length;
  let sum = 0;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) sum += matrix[row * size + column]! * z[row]! * z[column]!;
  }
  return sum;
}

/** Lᵀ · H · L. */
function whiten(hessian: Float64Array, factor: Float64Array, size: number): Float64Array {
  return hessian.map((_, cell) => {
    const [row, column] = [Math.floor(cell / size), cell % size];
    let sum = 0;
    for (let i = row; i < size; i += 1) {
      for (let j = column; j < size; j += 1) {
        sum += factor[i * size + row]! * hessian[i * size + j]! * factor[j * size + column]!;
      }
    }
    return sum;
  });
}
