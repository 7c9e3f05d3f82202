import { sql } from 'kysely';
import type { ConnectionId, CustomerId, StoreId } from '@regulars/core/shared';
import type { Database, Tx } from '../../foundation/database/database.ts';
import type { Lane } from '../../foundation/lanes/lane.ts';
import { forgetDeliveriesOf } from '../../intake/door.ts';
import { listConnections, setConnectionPause } from '../../stores/door.ts';
import { anonymousColumns } from '../projection/forget-unloaded.ts';
import { eraseCustomers } from './erase-customers.ts';
import { countErased, finishErasure, listOpenErasures, type OpenErasure } from './store-erasure-repository.ts';

const batchSize = 100;
/** Nothing but their rows is changed. */
const plainBatchSize = 500;

/** Forgets everybody a store told us of that has left and whose platform demands it, a batch at a time. */
export function createEraseLeftStoresLane({ database }: { readonly database: Database }): Lane {
  return {
    name: 'customers.erase-left-stores',
    listDueStores: async (tx) => {
      const due = new Set<StoreId>();
      for (const { storeId, connectionId } of await listOpenErasures(tx))
        if (await isGone(tx, storeId, connectionId)) due.add(storeId);
      return [...due];
    },
    work: (storeId) => eraseBatch(database, storeId),
  };
}

async function eraseBatch(database: Database, storeId: StoreId): Promise<number> {
  return await database.withStore(storeId, async (tx, now) => {
    for (const { connectionId } of await listOpenErasures(tx)) {
      if (!(await isGone(tx, storeId, connectionId))) continue;
      await setConnectionPause(tx, storeId, connectionId, 'platform.erasing');
      // First of all, since forgetting somebody searches every delivery that is kept for their name.
      const forgotten = await forgetDeliveriesOf(tx, storeId, connectionId, plainBatchSize);
      if (forgotten > 0) return forgotten;
      const customerIds = await findLiving(tx, storeId, connectionId);
      if (customerIds.length > 0) {
        const count = await eraseCustomers(tx, storeId, customerIds, now);
        await countErased(tx, storeId, connectionId, count);
        return customerIds.length;
      }
      const rest = (await anonymizeOrders(tx, storeId, connectionId)) + (await deleteCarts(tx, storeId, connectionId));
      if (rest > 0) return rest;
      await finishErasure(tx, storeId, connectionId);
      await setConnectionPause(tx, storeId, connectionId, 'platform.erased');
    }
    return 0;
  });
}

/** Demands that wait because the connection still works, in all stores of this transaction. */
export async function listWaitingErasures(tx: Tx): Promise<readonly OpenErasure[]> {
  const waiting: OpenErasure[] = [];
  for (const erasure of await listOpenErasures(tx))
    if (!(await isGone(tx, erasure.storeId, erasure.connectionId))) waiting.push(erasure);
  return waiting;
}

/** A demand counts only when the store has left, so that no mix-up forgets the customers of one that is here. */
async function isGone(tx: Tx, storeId: StoreId, connectionId: ConnectionId): Promise<boolean> {
  const connection = (await listConnections(tx, storeId)).find(({ id }) => id === connectionId);
  const reason = connection?.pausedReason ?? null;
  return connection === undefined || reason === 'platform.disconnected' || reason === 'platform.erasing';
}

/** Customers this connection told of who are not forgotten yet. */
async function findLiving(tx: Tx, storeId: StoreId, connectionId: ConnectionId): Promise<readonly CustomerId[]> {
  const { rows } = await sql<{ id: CustomerId }>`
    select c.id from customer c
    where c.store_id = ${storeId} and c.erased_at is null and (
      exists (select from customer_identity i where i.store_id = c.store_id and i.customer_id = c.id and i.connection_id = ${connectionId})
      or exists (select from orders o where o.store_id = c.store_id and o.customer_id = c.id and o.connection_id = ${connectionId})
      or exists (select from cart k where k.store_id = c.store_id and k.customer_id = c.id and k.connection_id = ${connectionId}))
    limit ${batchSize}`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Orders that name no customer may still name somebody, e.g. in their addresses. */
async function anonymizeOrders(tx: Tx, storeId: StoreId, connectionId: ConnectionId): Promise<number> {
  const { numAffectedRows } = await sql`
    update orders o set anonymized_at = clock_now(), ${anonymousColumns}
    where o.store_id = ${storeId} and o.id in (
      select id from orders
      where store_id = ${storeId} and connection_id = ${connectionId} and anonymized_at is null limit ${plainBatchSize})`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0n);
}

/** What is left of carts whose owner nobody knew. */
async function deleteCarts(tx: Tx, storeId: StoreId, connectionId: ConnectionId): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from cart where store_id = ${storeId} and id in (
      select id from cart where store_id = ${storeId} and connection_id = ${connectionId} limit ${plainBatchSize})`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0n);
}
