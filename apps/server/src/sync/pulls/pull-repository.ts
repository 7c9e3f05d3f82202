import { sql } from 'kysely';
import type { ConnectionId, StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';
import type { Pull, PullId } from './pull.ts';

export const pullColumns = sql`
  p.id, p.connection_id as "connectionId", p.kind, p.resource, p.state, p.updated_from as "updatedFrom", p.cursor,
  p.events_done as "eventsDone", p.orders_done as "ordersDone", p.parts_rejected as "partsRejected", p.total, p.pace, p.failures,
  p.failure_code as "failureCode", p.failure_message as "failureMessage", p.waits_until as "waitsUntil",
  p.started_at as "startedAt", p.last_page_at as "lastPageAt", p.finished_at as "finishedAt"`;

/** In which order resources are read, as an expression over `p`. */
export const resourceOrder = sql`array_position(array['products', 'customers', 'orders'], p.resource)`;

/** What changed lately first, then what was found wanting, then what was before us; as an expression over `p`. */
export const kindOrder = sql`array_position(array['reconcile', 'repair', 'backfill'], p.kind)`;

/** All pulls of a store: the last of each connection, kind and resource. */
export async function listPulls(tx: Tx, storeId: StoreId): Promise<readonly Pull[]> {
  const { rows } = await sql<Pull>`
    select ${pullColumns} from pull p where p.store_id = ${storeId} order by p.connection_id, p.kind, ${resourceOrder}`.execute(
    tx,
  );
  return rows;
}

/** Locks it for the caller's transaction. */
export async function lockPull(tx: Tx, storeId: StoreId, id: PullId): Promise<Pull | null> {
  const { rows } = await sql<Pull>`
    select ${pullColumns} from pull p where p.store_id = ${storeId} and p.id = ${id} for update`.execute(tx);
  return rows[0] ?? null;
}

/** Locks all pulls of a connection for the caller's transaction. */
export async function lockPullsOf(tx: Tx, storeId: StoreId, connectionId: ConnectionId): Promise<readonly Pull[]> {
  const { rows } = await sql<Pull>`
    select ${pullColumns} from pull p where p.store_id = ${storeId} and p.connection_id = ${connectionId}
    order by p.id for update`.execute(tx);
  return rows;
}
