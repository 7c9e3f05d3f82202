import type { PurchaseHistories } from './purchase-histories.ts';

/** The histories of some of the rows, in their order. */
export function pickHistories(histories: PurchaseHistories, rows: ArrayLike<number>): PurchaseHistories {
  const pick = (column: Float64Array) => Float64Array.from(rows, (row) => column[row]!);
  return {
    size: rows.length,
    timeUnit: histories.timeUnit,
    frequency: pick(histories.frequency),
    recency: pick(histories.recency),
    age: pick(histories.age),
    meanSpend: pick(histories.meanSpend),
    logGaps: histories.logGaps === null ? null : pick(histories.logGaps),
  };
}
