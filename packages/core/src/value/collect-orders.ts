import type { CollectedHistories } from '../clv/histories/collected-histories.ts';
import {
  createHistoryCollector,
  type HistoryCollector,
  type HistoryCollectorOptions,
} from '../clv/histories/history-collector.ts';
import type { HistoriesRejection, RowRejection } from '../clv/histories/purchase-rejection.ts';
import { ok, type Result } from '../shared/result.ts';
import type { OrderValueFacts } from './contribution.ts';
import { toPurchase } from './to-purchase.ts';

/** An order, and whose it is by a key that the caller has for customers. */
export interface CustomerOrder extends OrderValueFacts {
  readonly customerKey: string;
}

export interface CollectOrdersOptions extends HistoryCollectorOptions {
  /** The store's IANA zone, in which its days are counted. */
  readonly timeZone: string;
}

/** A store's orders as purchase histories. */
export interface CollectedOrders {
  /** The customers by the index that the collector knows them by, as they first came. */
  readonly customerKeys: readonly string[];
  readonly collected: CollectedHistories;
  /** For other windows, cohorts, and orders to come. */
  readonly collector: HistoryCollector;
}

/**
 * Goes from a store's orders, in any order, to purchase histories. Which of them are purchases, and what of each was kept,
 * is as `toPurchase` says.
 *
 * @returns `clv.currency_mixed` when purchases are in more than one currency, `clv.no_purchases` when there are none.
 * @throws RangeError when the zone is unknown.
 * @example
 * ```ts
 * const result = collectOrders(orders, { timeZone: 'Europe/Amsterdam', timeUnit: 'day' });
 * if (result.ok) result.value.collected.histories.size; // customers who bought
 * ```
 */
export function collectOrders(
  orders: Iterable<CustomerOrder>,
  options: CollectOrdersOptions,
): Result<CollectedOrders, RowRejection | HistoriesRejection> {
  const collector = createHistoryCollector(options);
  const indexes = new Map<string, number>();
  for (const order of orders) {
    const purchase = toPurchase(order, options.timeZone);
    if (purchase === null) continue;
    const index = indexes.get(order.customerKey) ?? indexes.size;
    indexes.set(order.customerKey, index);
    const added = collector.add(index, purchase.day, purchase.amount, purchase.currency);
    if (!added.ok) return added;
  }
  const finished = collector.finish();
  return finished.ok ? ok({ customerKeys: [...indexes.keys()], collected: finished.value, collector }) : finished;
}
