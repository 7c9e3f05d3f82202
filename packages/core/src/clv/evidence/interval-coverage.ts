import { checkColumns } from './check-columns.ts';
import { toCountedShare, type CountedShare } from './counted-share.ts';

/**
 * How many of the actual values lie within their intervals, ends included: of good 80 % intervals about 80 %, a little
 * more for counts, which cannot be cut in the middle.
 *
 * @throws RangeError when the columns differ in length, or hold what is not finite.
 * @example
 * ```ts
 * intervalCoverage({ low: [0, 0], high: [2, 2], actual: [1, 5] }).share; // 0.5
 * ```
 */
export function intervalCoverage(columns: {
  readonly low: ArrayLike<number>;
  readonly high: ArrayLike<number>;
  readonly actual: ArrayLike<number>;
}): CountedShare {
  checkColumns({ low: columns.low, high: columns.high, actual: columns.actual });
  const { low, high, actual } = columns;
  let covered = 0;
  for (let place = 0; place < actual.length; place += 1) {
    if (low[place]! <= actual[place]! && actual[place]! <= high[place]!) covered += 1;
  }
  return toCountedShare(covered, actual.length);
}
