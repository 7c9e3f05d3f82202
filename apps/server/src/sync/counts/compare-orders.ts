import {
  AdapterError,
  type OrderCountSpan,
  type PlatformConnection,
  type PulledPage,
} from '@regulars/adapter-contracts';
import { dayMs, plus, type ConnectionId, type CurrencyCode, type StoreId } from '@regulars/core/shared';
import { countKeptOrders, pairOrders } from '../../customers/door.ts';
import type { Database } from '../../foundation/database/database.ts';
import { getStore } from '../../stores/door.ts';
import { addPairs, nothingCompared, type Comparison } from './comparison.ts';
import { countBothSides, type ComparedConnection } from './count-both-sides.ts';
import { findCountSpan } from './find-count-span.ts';
import type { OrderCheckProgress, OrderFinding } from './order-check.ts';
import { findBackfillStart } from './order-check-repository.ts';

export interface CompareOrdersDeps {
  readonly database: Database;
  readonly connectPlatform: (storeId: StoreId, connectionId: ConnectionId) => Promise<PlatformConnection | null>;
}

/** Changes of so many days are compared one by one, so that each is compared on several days. */
const comparedDays = 3;

/** How far a batch has come: to the end, as far as it was let, or to where the platform refused. */
export type ComparedBatch =
  | { readonly kind: 'ended'; readonly finding: OrderFinding }
  | { readonly kind: 'goesOn'; readonly progress: OrderCheckProgress }
  | {
      readonly kind: 'refused';
      readonly progress: OrderCheckProgress | null;
      readonly error: AdapterError;
      readonly finding: OrderFinding;
    };

/**
 * Counts a platform's orders and ours, and compares those that changed lately one by one, a page at a time; applies none
 * of them.
 *
 * @param isEnough - asked after each page: whether the rest is left for the next batch.
 * @returns null when the connection is gone.
 */
export async function compareOrders(
  deps: CompareOrdersDeps,
  connection: ComparedConnection,
  before: OrderCheckProgress | null,
  isEnough: (pages: number) => boolean,
): Promise<ComparedBatch | null> {
  const { storeId, connectionId } = connection;
  const platform = await deps.connectPlatform(storeId, connectionId);
  if (platform === null) return null;
  const { span, currency } = await deps.database.withStore(storeId, async (tx, now) => ({
    span: before ?? findCountSpan(now, await findBackfillStart(tx, connection)),
    currency: (await getStore(tx, storeId)).currency,
  }));
  let progress = before;
  try {
    progress ??= await countOrders(deps, connection, platform, span);
    if (platform.pulls === undefined) return { kind: 'ended', finding: toFinding(progress, currency, false) };
    const { comparedFrom: updatedFrom, cursor } = progress;
    let pages = 0;
    for await (const page of platform.pulls.orders({ updatedFrom, cursor })) {
      const comparison = await comparePage(deps, connection, page, progress, currency);
      progress = { ...progress, comparison, cursor: page.next };
      pages += 1;
      if (page.next === null) break;
      if (isEnough(pages)) return { kind: 'goesOn', progress };
    }
    return { kind: 'ended', finding: toFinding(progress, currency, true) };
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    return { kind: 'refused', progress, error, finding: toFailure(span, currency, error) };
  } finally {
    await platform.close();
  }
}

async function countOrders(
  { database }: CompareOrdersDeps,
  connection: ComparedConnection,
  platform: PlatformConnection,
  { from, until }: OrderCountSpan,
): Promise<OrderCheckProgress> {
  const counts = await countBothSides(database, connection, platform, { from, until });
  const comparedFrom = plus(until, -comparedDays * dayMs);
  return { ...counts, comparedFrom, cursor: null, comparison: nothingCompared };
}

/** What changed after the span may still be on its way here. */
async function comparePage(
  { database }: CompareOrdersDeps,
  { storeId, connectionId }: ComparedConnection,
  { events }: PulledPage,
  { until, comparison }: OrderCheckProgress,
  currency: CurrencyCode,
): Promise<Comparison> {
  const orders = events.flatMap((event) =>
    event.kind === 'orderUpserted' && event.order.updatedAt < until ? [event.order] : [],
  );
  const deleted = events.flatMap((event) => (event.kind === 'orderDeleted' ? [event.externalId] : []));
  return await database.withStore(storeId, async (tx) => {
    const compared = addPairs(comparison, await pairOrders(tx, storeId, connectionId, orders), currency);
    const kept = await countKeptOrders(tx, storeId, connectionId, deleted);
    return { ...compared, different: compared.different + kept };
  });
}

function toFinding(progress: OrderCheckProgress, currency: CurrencyCode, isCompared: boolean): OrderFinding {
  const { from, until, ordersHere, ordersThere, comparedFrom, comparison } = progress;
  return {
    from,
    until,
    ordersHere,
    ordersThere,
    comparedFrom: isCompared ? comparedFrom : null,
    comparison: isCompared ? comparison : null,
    currency,
    failure: null,
  };
}

function toFailure({ from, until }: OrderCountSpan, currency: CurrencyCode, error: AdapterError): OrderFinding {
  return {
    from,
    until,
    ordersHere: null,
    ordersThere: null,
    comparedFrom: null,
    comparison: null,
    currency,
    failure: { code: error.kind, message: error.message },
  };
}
