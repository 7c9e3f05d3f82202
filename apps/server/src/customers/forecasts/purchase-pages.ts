import { createHistoryCollector, type HistoryCollector } from '@regulars/core/clv/histories';
import type { CustomerId, StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';
import type { Buyer } from './buyer.ts';
import { listBuyersAfter } from './forecast-repository.ts';

/** Days of purchase in columns: 16 bytes each, which may be handed to another thread without being copied. */
export interface PurchasePage {
  readonly size: number;
  readonly customerIndex: Int32Array<ArrayBuffer>;
  readonly day: Int32Array<ArrayBuffer>;
  /** In whole units of the currency. */
  readonly amount: Float64Array<ArrayBuffer>;
}

const buyersPerPage = 10_000;

/** What all of a store's buyers bought, read page by page: a million customers are never in memory as objects. */
export async function readPurchasePages(
  tx: Tx,
  storeId: StoreId,
  minorPerUnit: number,
): Promise<readonly PurchasePage[]> {
  const pages: PurchasePage[] = [];
  let after: CustomerId | null = null;
  let count = 0;
  for (let isMore = true; isMore;) {
    const buyers: readonly Buyer[] = await listBuyersAfter(tx, storeId, after, buyersPerPage);
    pages.push(toPurchasePage(buyers, count, minorPerUnit));
    count += buyers.length;
    after = buyers.at(-1)?.customerId ?? null;
    isMore = buyers.length === buyersPerPage;
  }
  return pages;
}

/** @param firstIndex the number of the first of these customers, among all of the store's. */
export function toPurchasePage(buyers: readonly Buyer[], firstIndex: number, minorPerUnit: number): PurchasePage {
  const size = buyers.reduce((sum, { days }) => sum + days.length, 0);
  const customerIndex = new Int32Array(size);
  const day = new Int32Array(size);
  const amount = new Float64Array(size);
  let row = 0;
  for (const [index, buyer] of buyers.entries()) {
    for (const [nth, boughtDay] of buyer.days.entries()) {
      customerIndex[row] = firstIndex + index;
      day[row] = boughtDay;
      amount[row] = (buyer.amountsMinor[nth] ?? 0) / minorPerUnit;
      row += 1;
    }
  }
  return { size, customerIndex, day, amount };
}

export function collectPages(pages: readonly PurchasePage[]): HistoryCollector {
  const collector = createHistoryCollector({ timeUnit: 'day' });
  for (const page of pages) {
    const added = collector.addColumns(page, page.size);
    if (!added.ok) throw new Error(`Purchases that were kept cannot be read: ${added.failure.message}`);
  }
  return collector;
}
