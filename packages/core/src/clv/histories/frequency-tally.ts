import { distinctValues } from './distinct-values.ts';

/** How many customers bought how often. */
export interface FrequencyTally {
  /** Ascending. */
  readonly frequency: Float64Array;
  readonly count: Float64Array;
  /** If rows were ordered by frequency, the k-th would stand from start[k] to start[k + 1] − 1. */
  readonly start: Int32Array;
  /** Row → the place of its frequency. */
  readonly index: Int32Array;
}

/** @example tallyFrequencies(Float64Array.of(2, 0, 2)) // frequency [0, 2], count [1, 2], start [0, 1, 3], index [1, 0, 1] */
export function tallyFrequencies(frequency: Float64Array): FrequencyTally {
  const { values, count, index } = distinctValues(frequency);
  const order = Int32Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  const rank = new Int32Array(order.length);
  const start = new Int32Array(order.length + 1);
  order.forEach((place, position) => {
    rank[place] = position;
    start[position + 1] = start[position]! + count[place]!;
  });
  for (let row = 0; row < index.length; row += 1) index[row] = rank[index[row]!]!;
  return {
    frequency: Float64Array.from(order, (place) => values[place]!),
    count: Float64Array.from(order, (place) => count[place]!),
    start,
    index,
  };
}
