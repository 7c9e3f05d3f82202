import { sortedOrder } from './sorted-order.ts';

/**
 * Each value's rank from 1 for the least; equal values share the mean of their ranks, so that nothing depends on the
 * order in which they are given.
 *
 * @param values no NaN.
 * @param order their sorted order, when it is known already.
 * @example
 * ```ts
 * midranks([10, 30, 10]); // [1.5, 3, 1.5]
 * ```
 */
export function midranks(values: ArrayLike<number>, order = sortedOrder(values)): Float64Array {
  const ranks = new Float64Array(order.length);
  for (let start = 0; start < order.length;) {
    const end = endOfTies(values, order, start);
    const rank = (start + 1 + end) / 2;
    for (let place = start; place < end; place += 1) ranks[order[place]!] = rank;
    start = end;
  }
  return ranks;
}

/** Where the values equal to that at `start` end, in sorted order. */
export function endOfTies(values: ArrayLike<number>, order: Uint32Array, start: number): number {
  const value = values[order[start]!];
  let end = start + 1;
  while (end < order.length && values[order[end]!] === value) end += 1;
  return end;
}
