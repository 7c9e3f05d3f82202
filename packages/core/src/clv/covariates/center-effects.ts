import type { KnownLabels } from './labelled-groups.ts';
import { placeOf } from './effects-objective.ts';
import type { EffectDirections } from './to-label-parameters.ts';

/** A point and its covariance, row by row. */
export interface Estimate {
  readonly point: Float64Array;
  readonly covariance: Float64Array;
}

/**
 * The same, with effects that are differences from the covariate's average over the customers: what all labels share is
 * the parameters'. Only so do effects mean something by themselves, and is their uncertainty their own.
 */
export function centerEffects(
  { point, covariance }: Estimate,
  covariates: readonly KnownLabels[],
  parameterCount: number,
  directions: EffectDirections,
): Estimate {
  const size = point.length;
  const map = new Float64Array(size * size);
  for (let place = 0; place < size; place += 1) map[place * size + place] = 1;
  for (const [which, { labels, customerCounts }] of covariates.entries()) {
    const total = customerCounts.reduce((sum, count) => sum + count, 0);
    for (const [kind, direction] of [directions.purchaseRate, directions.dropOut].entries()) {
      for (let from = 0; from < labels.length; from += 1) {
        const source = placeOf(covariates, parameterCount, which, from) + kind;
        const share = customerCounts[from]! / total;
        for (let place = 0; place < parameterCount; place += 1)
          map[place * size + source]! += share * direction[place]!;
        for (let to = 0; to < labels.length; to += 1) {
          map[(placeOf(covariates, parameterCount, which, to) + kind) * size + source]! -= share;
        }
      }
    }
  }
  return { point: multiply(map, point, size, 1), covariance: transform(map, covariance, size) };
}

/** M · C · Mᵀ. */
function transform(map: Float64Array, covariance: Float64Array, size: number): Float64Array {
  const half = transpose(multiply(map, covariance, size, size), size);
  return transpose(multiply(map, half, size, size), size);
}

function multiply(left: Float64Array, right: Float64Array, size: number, columns: number): Float64Array {
  const product = new Float64Array(size * columns);
  for (let row = 0; row < size; row += 1) {
    for (let each = 0; each < size; each += 1) {
      const factor = left[row * size + each]!;
      if (factor === 0) continue;
      for (let column = 0; column < columns; column += 1) {
        product[row * columns + column]! += factor * right[each * columns + column]!;
      }
    }
  }
  return product;
}

function transpose(matrix: Float64Array, size: number): Float64Array {
  return matrix.map((_, cell) => matrix[(cell % size) * size + Math.floor(cell / size)]!);
}
