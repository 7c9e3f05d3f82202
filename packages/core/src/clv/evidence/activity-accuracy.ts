import { checkColumns } from './check-columns.ts';
import { toCountedShare, type CountedShare } from './counted-share.ts';

/**
 * How many customers were rightly told to come back or not to.
 *
 * @param columns.probability that the customer buys again in the holdout, or is alive: more than ½ says that they will. A
 *   yes or no is 1 or 0.
 * @param columns.transactions in the holdout: any is coming back.
 * @throws RangeError when the columns differ in length, or hold what is not finite.
 * @example
 * ```ts
 * activityAccuracy({ probability: [0.9, 0.2, 0.6], transactions: [3, 0, 0] }).count; // 2
 * ```
 */
export function activityAccuracy(columns: {
  readonly probability: ArrayLike<number>;
  readonly transactions: ArrayLike<number>;
}): CountedShare {
  checkColumns({ probability: columns.probability, transactions: columns.transactions });
  const { probability, transactions } = columns;
  let right = 0;
  for (let place = 0; place < transactions.length; place += 1) {
    if (probability[place]! > 0.5 === transactions[place]! > 0) right += 1;
  }
  return toCountedShare(right, transactions.length);
}
