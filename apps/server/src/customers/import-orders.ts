import type { Order } from '@regulars/core/commerce';
import type { ConnectionId, StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import { isOutage } from './is-outage.ts';
import { lockProjection } from './projection/load-world.ts';
import { projectStatements } from './projection/project-statements.ts';
import type { Verdict } from './projection/statement.ts';

export interface ImportTarget {
  readonly storeId: StoreId;
  /** The connection the orders belong to, so that a webhook about one of them finds it. */
  readonly connectionId: ConnectionId;
}

/** What became of an imported order. `failed`: it broke the batch, and is left out. */
export type ImportVerdict = 'inserted' | 'updated' | 'unchanged' | 'failed';

/**
 * Takes a batch of orders from a file into the store, in one transaction. They are history: their events bear the time at
 * which they happened. An order that a webhook told newer stays as it is; the same file again changes nothing.
 *
 * @returns one verdict per order.
 */
export async function importOrders(
  database: Database,
  target: ImportTarget,
  orders: readonly Order[],
): Promise<readonly ImportVerdict[]> {
  try {
    return await importBatch(database, target, orders);
  } catch (error) {
    if (isOutage(error)) throw error;
    if (orders.length === 1) return ['failed'];
    const verdicts: ImportVerdict[] = [];
    for (const order of orders) verdicts.push(...(await importOrders(database, target, [order])));
    return verdicts;
  }
}

async function importBatch(
  database: Database,
  { storeId, connectionId }: ImportTarget,
  orders: readonly Order[],
): Promise<readonly ImportVerdict[]> {
  return await database.withStore(storeId, async (tx, now) => {
    await lockProjection(tx, storeId);
    const { verdicts } = await projectStatements(
      tx,
      storeId,
      orders.map((order, index) => ({
        id: String(index),
        connectionId,
        source: 'import',
        receivedAt: now,
        events: [{ kind: 'orderUpserted', order }],
      })),
    );
    return orders.map((_order, index) => toImportVerdict(verdicts.get(String(index))?.[0]));
  });
}

function toImportVerdict(verdict: Verdict | undefined): ImportVerdict {
  return verdict?.change === 'inserted' || verdict?.change === 'updated' ? verdict.change : 'unchanged';
}
