import { firstKnownDay } from './known-days.ts';
import type { PurchaseDays } from './purchase-days.ts';
import type { SortedRows } from './sort-rows.ts';

/** Refunds that belong to no purchase: of somebody who never bought, or from before they did. */
export interface UnmatchedRefunds {
  readonly count: number;
  readonly amount: number;
}

/** Merges each customer's rows into days, one customer after the other, in columns that are used again. */
export interface DayMerger {
  /** Merges the rows from `start` to before `end`. */
  merge(rows: SortedRows, start: number, end: number): PurchaseDays;
  unmatchedRefunds(): UnmatchedRefunds;
}

/**
 * Merges rows as far as they are not later than a day. Purchases on one day are one. A refund takes its amount off the
 * purchase day it belongs to: that of its own day, or else the latest before. It never adds a day, nor does it take one
 * away: who sends something back has been there.
 */
export function createDayMerger(untilDay: number): DayMerger {
  const lastOffset = untilDay - firstKnownDay;
  const days = { size: 0, day: new Int32Array(64), spend: new Float64Array(64) };
  const unmatched = { count: 0, amount: 0 };
  return {
    merge(rows, start, end) {
      if (end - start > days.day.length) {
        days.day = new Int32Array(2 * (end - start));
        days.spend = new Float64Array(2 * (end - start));
      }
      const { day, spend } = days;
      let hasRefunds = false;
      let size = 0;
      let latest = -1;
      for (let row = start; row < end; row += 1) {
        const offset = rows.dayOffset[row]!;
        if (offset > lastOffset) break;
        const amount = rows.amount[row]!;
        if (amount < 0) {
          hasRefunds = true;
        } else if (offset === latest) {
          spend[size - 1]! += amount;
        } else {
          day[size] = offset + firstKnownDay;
          spend[size] = amount;
          latest = offset;
          size += 1;
        }
      }
      days.size = size;
      if (hasRefunds) takeOffRefunds(rows, start, end);
      return days;
    },
    unmatchedRefunds: () => ({ ...unmatched }),
  };

  function takeOffRefunds(rows: SortedRows, start: number, end: number): void {
    let place = -1;
    for (let row = start; row < end; row += 1) {
      const offset = rows.dayOffset[row]!;
      if (offset > lastOffset) return;
      const amount = rows.amount[row]!;
      if (amount >= 0) continue;
      while (place + 1 < days.size && days.day[place + 1]! - firstKnownDay <= offset) place += 1;
      if (place >= 0) {
        days.spend[place]! += amount;
      } else {
        unmatched.count += 1;
        unmatched.amount -= amount;
      }
    }
  }
}
