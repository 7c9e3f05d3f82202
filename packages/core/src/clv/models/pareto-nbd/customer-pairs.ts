import { distinctPairs, type DistinctPairs } from '../../histories/distinct-pairs.ts';
import type { PurchaseHistories } from '../../histories/purchase-histories.ts';

/** Customers by the pairs that their likelihoods are made of; the many who never returned, together by their age. */
export interface CustomerPairs {
  readonly recencies: DistinctPairs;
  readonly ages: DistinctPairs;
  /** For each row of customers alike: the pair (x, t_x), the pair (x, T), and how many they are. */
  readonly recency: Int32Array;
  readonly age: Int32Array;
  readonly count: Float64Array;
}

export function pairCustomers(histories: PurchaseHistories): CustomerPairs {
  const recencies = distinctPairs(histories.frequency, histories.recency);
  const ages = distinctPairs(histories.frequency, histories.age);
  const recency = new Int32Array(histories.size);
  const age = new Int32Array(histories.size);
  const count = new Float64Array(histories.size);
  // The row of the newcomers of each age; of an age, all newcomers have the same recency, 0.
  const rowOfNewcomers = new Int32Array(ages.size).fill(-1);
  let rows = 0;
  for (let customer = 0; customer < histories.size; customer += 1) {
    const agePair = ages.index[customer]!;
    if (histories.frequency[customer] === 0 && histories.recency[customer] === 0) {
      const row = rowOfNewcomers[agePair]!;
      if (row >= 0) {
        count[row]! += 1;
        continue;
      }
      rowOfNewcomers[agePair] = rows;
    }
    recency[rows] = recencies.index[customer]!;
    age[rows] = agePair;
    count[rows] = 1;
    rows += 1;
  }
  return {
    recencies,
    ages,
    recency: recency.subarray(0, rows),
    age: age.subarray(0, rows),
    count: count.subarray(0, rows),
  };
}
