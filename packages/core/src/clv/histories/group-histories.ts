import { distinctPairs } from './distinct-pairs.ts';

/** Histories that no two customers have in common, and how many have each. */
export interface HistoryGroups {
  readonly size: number;
  readonly frequency: Float64Array;
  readonly recency: Float64Array;
  readonly age: Float64Array;
  readonly count: Float64Array;
}

/** Customers with the same x, t_x and T become one: those who never came back differ by T alone. */
export function groupHistories({
  frequency,
  recency,
  age,
}: Pick<HistoryGroups, 'frequency' | 'recency' | 'age'>): HistoryGroups {
  const purchases = distinctPairs(frequency, recency);
  const { size, frequency: place, time, count } = distinctPairs(Float64Array.from(purchases.index), age);
  return {
    size,
    frequency: place.map((pair) => purchases.frequency[pair]!),
    recency: place.map((pair) => purchases.time[pair]!),
    age: time,
    count,
  };
}
