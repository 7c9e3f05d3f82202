import { checkColumns } from './check-columns.ts';
import { endOfTies } from './midranks.ts';
import { sortedOrder } from './sorted-order.ts';

/** The managers' rule: who has not bought for longer than this is gone. */
export interface Hiatus {
  /** The longest silence, in the unit it was learned in, of a customer who is still taken for one. −1: nobody is. */
  readonly threshold: number;
  readonly n: number;
  /** How many of the n customers it was right about. */
  readonly count: number;
}

/**
 * The silence that best tells who comes back from who does not. Learn it on an earlier split of the calibration, never on
 * the holdout that it is to be judged on. Of equally good ones, the shortest.
 *
 * Source: Wübben & von Wangenheim (2008), "Instant Customer Base Analysis: Managerial Heuristics Often “Get It Right”",
 * Journal of Marketing 72(3).
 *
 * @param columns.silence of each customer at the split: age − recency, ≥ 0.
 * @param columns.transactions of each customer after it.
 * @returns null without customers.
 * @throws RangeError when the columns differ in length, or hold what is not finite.
 * @example
 * ```ts
 * learnHiatus({ silence: [1, 5, 20], transactions: [2, 1, 0] }); // { threshold: 5, n: 3, count: 3 }
 * ```
 */
export function learnHiatus(columns: {
  readonly silence: ArrayLike<number>;
  readonly transactions: ArrayLike<number>;
}): Hiatus | null {
  const { silence, transactions } = columns;
  checkColumns({ silence, transactions });
  const n = silence.length;
  if (n === 0) return null;
  const order = sortedOrder(silence);
  // Nobody is taken for a customer: right about all who do not come back.
  let right = order.reduce((sum, place) => sum + (transactions[place]! > 0 ? 0 : 1), 0);
  let best = { threshold: -1, n, count: right };
  for (let start = 0; start < n;) {
    const end = endOfTies(silence, order, start);
    for (let place = start; place < end; place += 1) right += transactions[order[place]!]! > 0 ? 1 : -1;
    if (right > best.count) best = { threshold: silence[order[start]!]!, n, count: right };
    start = end;
  }
  return best;
}

/** Whether the rule takes a customer for one who comes back. */
export function isActiveByHiatus(hiatus: Hiatus, silence: number): boolean {
  return silence <= hiatus.threshold;
}
