import { distinctValues } from './distinct-values.ts';

/** The different pairs of two columns. */
export interface DistinctPairs {
  readonly size: number;
  readonly frequency: Float64Array;
  readonly time: Float64Array;
  /** How many rows have the pair. */
  readonly count: Float64Array;
  /** Row → its pair. */
  readonly index: Int32Array;
}

/**
 * The different pairs of a frequency and a time (recency or age), so that what depends on both is worked out once for
 * each: a million customers on a grid of days have some fifteen thousand of them.
 *
 * @param frequency one row a customer.
 * @param time as long as `frequency`.
 * @example distinctPairs(Float64Array.of(1, 1, 0), Float64Array.of(7, 7, 9)) // (1, 7) twice, (0, 9) once; index [0, 0, 1]
 */
export function distinctPairs(frequency: Float64Array, time: Float64Array): DistinctPairs {
  const frequencies = distinctValues(frequency);
  const times = distinctValues(time);
  const key = new Float64Array(frequency.length);
  for (let row = 0; row < key.length; row += 1) {
    key[row] = frequencies.index[row]! * times.size + times.index[row]!;
  }
  const { size, values, count, index } = distinctValues(key);
  return {
    size,
    frequency: values.map((pair) => frequencies.values[Math.floor(pair / times.size)]!),
    time: values.map((pair) => times.values[pair % times.size]!),
    count,
    index,
  };
}
