import { sql } from 'kysely';
import { toIsoString, type ConnectionId, type Instant, type StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';

/** A platform's demand to forget everybody it told us of. */
export interface StoreErasure {
  readonly connectionId: ConnectionId;
  readonly demandedAt: Instant;
  readonly customersErased: number;
  /** Null while it waits for the connection to be gone, or runs. */
  readonly finishedAt: Instant | null;
}

const columns = sql`
  connection_id as "connectionId", demanded_at as "demandedAt", customers_erased as "customersErased", finished_at as "finishedAt"`;

/** A demand that is told again is the same; a later one begins anew. */
export async function demandStoreErasure(
  tx: Tx,
  storeId: StoreId,
  { connectionId, at }: { readonly connectionId: ConnectionId; readonly at: Instant },
): Promise<void> {
  await sql`
    insert into store_erasure (store_id, connection_id, demanded_at)
    values (${storeId}, ${connectionId}, ${toIsoString(at)}::timestamptz)
    on conflict (store_id, connection_id) do update set demanded_at = excluded.demanded_at, finished_at = null
    where store_erasure.demanded_at < excluded.demanded_at`.execute(tx);
}

export async function listStoreErasures(tx: Tx, storeId: StoreId): Promise<readonly StoreErasure[]> {
  const { rows } = await sql<StoreErasure>`
    select ${columns} from store_erasure where store_id = ${storeId} order by demanded_at, connection_id`.execute(tx);
  return rows;
}

/** The demands that were not met yet, in all stores of this transaction. */
export async function listOpenErasures(tx: Tx): Promise<readonly OpenErasure[]> {
  const { rows } = await sql<OpenErasure>`
    select store_id as "storeId", connection_id as "connectionId", demanded_at as "demandedAt" from store_erasure
    where finished_at is null and store_id = any (current_stores())`.execute(tx);
  return rows;
}

export interface OpenErasure extends Pick<StoreErasure, 'connectionId' | 'demandedAt'> {
  readonly storeId: StoreId;
}

export async function countErased(tx: Tx, storeId: StoreId, connectionId: ConnectionId, count: number): Promise<void> {
  await sql`
    update store_erasure set customers_erased = customers_erased + ${count}
    where store_id = ${storeId} and connection_id = ${connectionId}`.execute(tx);
}

export async function finishErasure(tx: Tx, storeId: StoreId, connectionId: ConnectionId): Promise<void> {
  await sql`
    update store_erasure set finished_at = clock_now()
    where store_id = ${storeId} and connection_id = ${connectionId}`.execute(tx);
}
