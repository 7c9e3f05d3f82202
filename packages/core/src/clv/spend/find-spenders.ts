import type { PurchaseHistories } from '../histories/purchase-histories.ts';

/** Customers whose later purchases tell something of what they spend. */
export interface Spenders {
  readonly frequency: Float64Array;
  /** Above 0. */
  readonly meanSpend: Float64Array;
  /** How many came back without spending anything: their amounts are 0, or were all given back. */
  readonly leftOut: number;
}

export function findSpenders({ size, frequency, meanSpend }: PurchaseHistories): Spenders {
  const spenders = { frequency: new Float64Array(size), meanSpend: new Float64Array(size) };
  let [found, leftOut] = [0, 0];
  for (let row = 0; row < size; row += 1) {
    if (frequency[row] === 0) continue;
    if (meanSpend[row]! > 0) {
      spenders.frequency[found] = frequency[row]!;
      spenders.meanSpend[found] = meanSpend[row]!;
      found += 1;
    } else leftOut += 1;
  }
  return {
    frequency: spenders.frequency.subarray(0, found),
    meanSpend: spenders.meanSpend.subarray(0, found),
    leftOut,
  };
}
