import { createDayMerger, type UnmatchedRefunds } from './merge-days.ts';
import type { PurchaseDaysVisitor } from './purchase-days.ts';
import { customersPerPartition, type PurchaseRows } from './purchase-rows.ts';
import { createRowSorter } from './sort-rows.ts';

/** Shows every n-th customer's purchases until a day, merged into days, and tells which refunds belonged to none. */
export function visitPurchaseDays(
  rows: PurchaseRows,
  { untilDay, everyNthCustomer }: { readonly untilDay: number; readonly everyNthCustomer: number },
  visitor: PurchaseDaysVisitor,
): UnmatchedRefunds {
  const sorter = createRowSorter();
  const merger = createDayMerger(untilDay);
  for (let partition = 0; partition < rows.partitionCount(); partition += 1) {
    const sorted = sorter.sort(rows.runsOf(partition));
    const firstIndex = partition * customersPerPartition;
    const skipped = (everyNthCustomer - (firstIndex % everyNthCustomer)) % everyNthCustomer;
    for (let customer = skipped; customer < customersPerPartition; customer += everyNthCustomer) {
      const start = sorted.start[customer]!;
      const end = sorted.start[customer + 1]!;
      if (start === end) continue;
      const purchases = merger.merge(sorted, start, end);
      if (purchases.size > 0) visitor(firstIndex + customer, purchases);
    }
  }
  return merger.unmatchedRefunds();
}
