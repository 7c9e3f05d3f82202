import type { PurchaseHistories } from '../../src/clv/histories/purchase-histories.ts';

/** Histories by rows of x, t_x, T and the mean amount of the later purchases. */
export function historiesOf(rows: readonly (readonly [number, number, number, number?])[]): PurchaseHistories {
  return {
    size: rows.length,
    timeUnit: 'week',
    frequency: Float64Array.from(rows, ([frequency]) => frequency),
    recency: Float64Array.from(rows, ([, recency]) => recency),
    age: Float64Array.from(rows, ([, , age]) => age),
    meanSpend: Float64Array.from(rows, ([, , , meanSpend]) => meanSpend ?? 0),
    logGaps: null,
  };
}
