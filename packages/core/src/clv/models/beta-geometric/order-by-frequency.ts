import type { FrequencyTally } from '../../histories/frequency-tally.ts';

/** Customers in groups of one frequency, with the places of their times. */
export interface OrderedCustomers {
  /** Group g is the customers from start[g] to start[g + 1]. */
  readonly start: Int32Array;
  readonly age: Int32Array;
  readonly recency: Int32Array;
}

/** Puts customers of one frequency beside each other, by a counting sort. */
export function orderByFrequency(tally: FrequencyTally, age: Int32Array, recency: Int32Array): OrderedCustomers {
  const { start, index } = tally;
  const next = start.slice();
  const ordered = { start, age: new Int32Array(age.length), recency: new Int32Array(age.length) };
  for (let row = 0; row < age.length; row += 1) {
    const group = index[row]!;
    const place = next[group]!;
    next[group] = place + 1;
    ordered.age[place] = age[row]!;
    ordered.recency[place] = recency[row]!;
  }
  return ordered;
}
