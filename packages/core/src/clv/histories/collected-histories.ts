import type { UnmatchedRefunds } from './merge-days.ts';
import type { PurchaseHistories } from './purchase-histories.ts';
import type { PurchaseSummary } from './purchase-summary.ts';

/** What customers did after the calibration, row by row like the histories. */
export interface Holdout {
  /** From the calibration's end, which it does not contain, to the end of observation; in the histories' unit. */
  readonly duration: number;
  /** Days with a purchase. */
  readonly transactions: Uint32Array;
  /** Net amount of those purchases. */
  readonly spend: Float64Array;
}

/** All purchases of the observed time by day: place 0 is `fromDay`, the first day with a purchase or a refund. */
export interface DailyPurchases {
  readonly fromDay: number;
  /** Customers who bought on that day. */
  readonly purchases: Uint32Array;
  /** Those of them who bought for the first time. */
  readonly firstPurchases: Uint32Array;
  /** Those of them who are in the histories and bought again: what a model of these histories has to track. */
  readonly repeatPurchases: Uint32Array;
  /** Net amount. */
  readonly spend: Float64Array;
}

/** Everything the models want to know of a store's purchases. Row i of each column is one customer. */
export interface CollectedHistories {
  readonly histories: PurchaseHistories;
  /** Which customer a row is. Ascending; who first bought after the calibration's end is left out. */
  readonly customerIndex: Uint32Array;
  /** First and last day of purchase until the calibration's end. */
  readonly firstDay: Int32Array;
  readonly lastDay: Int32Array;
  /** Net amount of the first day's purchases. */
  readonly firstDaySpend: Float64Array;
  /** The last day that `histories` know of: the calibration's end, or the end of observation when nothing is held out. */
  readonly observedUntilDay: number;
  /** Days with a purchase, of all customers of `histories`. */
  readonly purchases: number;
  readonly daily: DailyPurchases;
  readonly unmatchedRefunds: UnmatchedRefunds;
  readonly holdout: Holdout | null;
}

/**
 * The running sums of one row, to go on from with `addPurchase`. Its later spend comes from the mean, so where more was
 * given back than paid it is 0.
 *
 * @throws RangeError when there is no such row.
 * @example
 * ```ts
 * const summary = summaryOf(collected, 0);
 * const next = addPurchase(summary, { day: summary.lastDay + 30, amount: 49.9 });
 * ```
 */
export function summaryOf(collected: CollectedHistories, row: number): PurchaseSummary {
  const { histories, firstDay, lastDay, firstDaySpend } = collected;
  const first = firstDay[row];
  const last = lastDay[row];
  const frequency = histories.frequency[row];
  const meanSpend = histories.meanSpend[row];
  const firstSpend = firstDaySpend[row];
  if (
    first === undefined ||
    last === undefined ||
    frequency === undefined ||
    meanSpend === undefined ||
    firstSpend === undefined
  ) {
    throw new RangeError(`There is no row ${row}.`);
  }
  return {
    firstDay: first,
    lastDay: last,
    purchaseDays: frequency + 1,
    firstDaySpend: firstSpend,
    laterSpend: meanSpend * frequency,
  };
}
