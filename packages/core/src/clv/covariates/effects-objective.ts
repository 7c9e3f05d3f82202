import type { Objective } from '../../numeric/objective.ts';
import type { TransactionModel } from '../models/transaction-model.ts';
import type { KnownLabels, LabelledGroup } from './labelled-groups.ts';
import { getEffectDirections } from './to-label-parameters.ts';

/** Effects are believed to be about so large, as logarithms: ridge-shrunk, so that few customers claim little. */
const effectDeviation = 0.4;

/** Where the effects of a label stand in a point: first the rate of purchases, then the drop-out. */
export function placeOf(
  covariates: readonly KnownLabels[],
  parameterCount: number,
  which: number,
  label: number,
): number {
  const before = covariates.slice(0, which).reduce((sum, { labels }) => sum + labels.length, 0);
  return parameterCount + 2 * (before + label);
}

/**
 * The log-likelihood of all groups, as a function of the parameters' logarithms and of the labels' effects, with a normal
 * prior on the effects. An effect only moves a group's parameters' logarithms, so a model's own derivatives are enough.
 *
 * Source: P. S. Fader & B. G. S. Hardie (2007), "Incorporating Time-Invariant Covariates into the Pareto/NBD and BG/NBD
 * Models", eq. 4–6.
 */
export function toEffectsObjective(
  model: TransactionModel,
  groups: readonly LabelledGroup[],
  covariates: readonly KnownLabels[],
): Objective {
  const count = model.parameterNames.length;
  const { purchaseRate, dropOut } = getEffectDirections(model.parameterNames);
  const parts = groups.map(({ labels, histories }) => ({
    logLikelihood: model.logLikelihood(histories),
    moves: labels.flatMap((label, which) => {
      if (label < 0) return [];
      const place = placeOf(covariates, count, which, label);
      return [
        { place, direction: purchaseRate },
        { place: place + 1, direction: dropOut },
      ];
    }),
  }));
  const size = placeOf(covariates, count, covariates.length, 0);
  return (point) => {
    const gradient = new Float64Array(size);
    const hessian = new Float64Array(size * size);
    let value = 0;
    for (const { logLikelihood, moves } of parts) {
      const own = Float64Array.from({ length: count }, (_, place) =>
        moves.reduce((sum, move) => sum + point[move.place]! * move.direction[place]!, point[place]!),
      );
      const part = logLikelihood(own);
      const columns = [
        ...Array.from({ length: count }, (_, place) => ({ place, direction: unit(count, place) })),
        ...moves,
      ];
      value += part.value;
      for (const left of columns) {
        const curved = multiply(part.hessian, left.direction);
        gradient[left.place]! += dot(part.gradient, left.direction);
        for (const right of columns) hessian[left.place * size + right.place]! += dot(curved, right.direction);
      }
    }
    for (let place = count; place < size; place += 1) {
      value -= (point[place]! / effectDeviation) ** 2 / 2;
      gradient[place]! -= point[place]! / effectDeviation ** 2;
      hessian[place * size + place]! -= 1 / effectDeviation ** 2;
    }
    return { value, gradient, hessian };
  };
}

function unit(size: number, place: number): readonly number[] {
  return Array.from({ length: size }, (_, each) => (each === place ? 1 : 0));
}

function dot(left: ArrayLike<number>, right: readonly number[]): number {
  return right.reduce((sum, value, place) => sum + value * left[place]!, 0);
}

function multiply(matrix: Float64Array, vector: readonly number[]): Float64Array {
  const size = vector.length;
  return Float64Array.from({ length: size }, (_, row) => dot(matrix.subarray(row * size, (row + 1) * size), vector));
}
