import { rfmGroups, type RfmGroup } from './rfm-groups.ts';
import type { RfmScore } from './rfm-scores.ts';

/**
 * The group of a customer with these scores.
 *
 * @throws RangeError when a score is not a whole number from 1 to 5.
 * @example
 * ```ts
 * rfmGroupOf({ recency: 5, frequency: 1, monetary: 1 }).id; // 'new_customers'
 * ```
 */
export function rfmGroupOf({ recency, frequency, monetary }: RfmScore): RfmGroup {
  for (const score of [recency, frequency, monetary]) {
    if (![1, 2, 3, 4, 5].includes(score)) throw new RangeError(`${score} is no score from 1 to 5.`);
  }
  const value = Math.round((frequency + monetary) / 2);
  const group = rfmGroups.find(({ cells }) =>
    cells.some((cell) => isWithin(recency, cell.recency) && isWithin(value, cell.value)),
  );
  if (group === undefined) throw new Error('The groups share out all scores.');
  return group;
}

function isWithin(score: number, [from, to]: readonly [number, number]): boolean {
  return from <= score && score <= to;
}
