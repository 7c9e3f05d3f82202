import { endOfTies } from './midranks.ts';
import { sortedOrder } from './sorted-order.ts';

/** A tenth of the customers, and whether they did what was foreseen of them. */
export interface Decile {
  readonly n: number;
  readonly meanPredicted: number;
  readonly meanActual: number;
}

/**
 * Predicted and actual means by tenth of the customers, from the lowest predictions to the highest; below ten customers,
 * one by one. Customers with equal predictions are given the mean of what they did, so that it does not matter which of
 * them falls on which side of a cut.
 *
 * @param order the sorted order of the predictions, when it is known already.
 * @example
 * ```ts
 * decileCalibration([1, 2], [0, 5]);
 * // [{ n: 1, meanPredicted: 1, meanActual: 0 }, { n: 1, meanPredicted: 2, meanActual: 5 }]
 * ```
 */
export function decileCalibration(
  predicted: ArrayLike<number>,
  actual: ArrayLike<number>,
  order = sortedOrder(predicted),
): readonly Decile[] {
  const size = predicted.length;
  const evened = evenOutTies(predicted, actual, order);
  const parts = Math.min(10, size);
  return Array.from({ length: parts }, (_, part) => {
    const from = Math.floor((part * size) / parts);
    const until = Math.floor(((part + 1) * size) / parts);
    let sumPredicted = 0;
    let sumActual = 0;
    for (let place = from; place < until; place += 1) {
      sumPredicted += predicted[order[place]!]!;
      sumActual += evened[place]!;
    }
    const n = until - from;
    return { n, meanPredicted: sumPredicted / n, meanActual: sumActual / n };
  });
}

/** The actual values in the predictions' order, each the mean over equal predictions. */
function evenOutTies(predicted: ArrayLike<number>, actual: ArrayLike<number>, order: Uint32Array): Float64Array {
  const evened = new Float64Array(order.length);
  for (let start = 0; start < order.length;) {
    const end = endOfTies(predicted, order, start);
    let sum = 0;
    for (let place = start; place < end; place += 1) sum += actual[order[place]!]!;
    evened.fill(sum / (end - start), start, end);
    start = end;
  }
  return evened;
}
