import type { DistinctPairs } from '../../histories/distinct-pairs.ts';
import { tallyFrequencies } from '../../histories/frequency-tally.ts';

/** Pairs of one frequency beside each other. */
export interface PairGroups {
  /** Ascending. */
  readonly frequency: Float64Array;
  /** Group g is order[start[g]] to order[start[g + 1] − 1]. */
  readonly start: Int32Array;
  readonly order: Int32Array;
  /** The least time of each group. */
  readonly leastTime: Float64Array;
}

/** Puts pairs of one frequency beside each other, by a counting sort: they share a series. */
export function groupPairs(pairs: DistinctPairs): PairGroups {
  const { frequency, start, index } = tallyFrequencies(pairs.frequency);
  const next = start.slice();
  const order = new Int32Array(pairs.size);
  const leastTime = new Float64Array(frequency.length).fill(Infinity);
  for (let pair = 0; pair < pairs.size; pair += 1) {
    const group = index[pair]!;
    order[next[group]!] = pair;
    next[group]! += 1;
    leastTime[group] = Math.min(leastTime[group]!, pairs.time[pair]!);
  }
  return { frequency, start, order, leastTime };
}
