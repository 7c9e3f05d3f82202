import { createHistoryCollector, type HistoryCollector } from '@regulars/core/clv';
import type { CustomerId, StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';
import type { Buyer } from './buyer.ts';
import { listBuyersAfter } from './forecast-repository.ts';

const pageSize = 10_000;

/**
 * What all of a store's buyers bought, read page by page into core's collector, which keeps 12 bytes a purchase: a million
 * customers are never in memory as objects.
 */
export async function readPurchases(tx: Tx, storeId: StoreId, minorPerUnit: number): Promise<HistoryCollector> {
  const collector = createHistoryCollector({ timeUnit: 'day' });
  let after: CustomerId | null = null;
  let count = 0;
  for (let isMore = true; isMore;) {
    const page: readonly Buyer[] = await listBuyersAfter(tx, storeId, after, pageSize);
    addPage(collector, page, count, minorPerUnit);
    count += page.length;
    after = page.at(-1)?.customerId ?? null;
    isMore = page.length === pageSize;
  }
  return collector;
}

/** The same of some buyers. */
export function collectPurchases(buyers: readonly Buyer[], minorPerUnit: number): HistoryCollector {
  const collector = createHistoryCollector({ timeUnit: 'day' });
  addPage(collector, buyers, 0, minorPerUnit);
  return collector;
}

function addPage(collector: HistoryCollector, page: readonly Buyer[], firstIndex: number, minorPerUnit: number): void {
  const size = page.reduce((sum, { days }) => sum + days.length, 0);
  const customerIndex = new Int32Array(size);
  const day = new Int32Array(size);
  const amount = new Float64Array(size);
  let row = 0;
  for (const [index, buyer] of page.entries()) {
    for (const [nth, boughtDay] of buyer.days.entries()) {
      customerIndex[row] = firstIndex + index;
      day[row] = boughtDay;
      amount[row] = (buyer.amountsMinor[nth] ?? 0) / minorPerUnit;
      row += 1;
    }
  }
  const added = collector.addColumns({ customerIndex, day, amount }, size);
  if (!added.ok) throw new Error(`Purchases that were kept cannot be read: ${added.failure.message}`);
}
