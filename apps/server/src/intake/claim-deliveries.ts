import { sql } from 'kysely';
import type { ConnectionId, Instant, StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/** What a delivery is for: a store's orders, or the receipts of its mail account. */
export type DeliveryPurpose = 'platform' | 'mail';

/** A verified webhook, as it was kept. */
export interface Delivery {
  readonly id: string;
  readonly connectionId: ConnectionId;
  readonly adapterId: string;
  readonly topic: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly receivedAt: Instant;
  /** Attempts before this one. */
  readonly attempt: number;
}

/**
 * Locks up to `limit` due deliveries of this store, in the order they came, for the caller's transaction.
 * The caller settles each of them in the same transaction, or rolls back and none was taken.
 */
export async function claimDeliveries(
  tx: Tx,
  storeId: StoreId,
  limit: number,
  purpose: DeliveryPurpose = 'platform',
): Promise<readonly Delivery[]> {
  const { rows } = await sql<Delivery>`
    select id, connection_id as "connectionId", adapter_id as "adapterId", topic, headers, body, received_at as "receivedAt", attempt
    from delivery
    where purpose = ${purpose} and store_id = ${storeId} and state in ('received', 'waiting') and due_at <= clock_now()
    order by due_at, id
    limit ${limit}
    for update skip locked
  `.execute(tx);
  return rows;
}

/** Stores with deliveries to handle, the longest waiting first. */
export async function listStoresWithDueDeliveries(tx: Tx, purpose: DeliveryPurpose): Promise<readonly StoreId[]> {
  const { rows } = await sql<{ id: StoreId }>`
    select s.id from unnest(current_stores()) as s (id)
    cross join lateral (
      select due_at from delivery
      where purpose = ${purpose} and store_id = s.id and state in ('received', 'waiting') and due_at <= clock_now()
      order by due_at limit 1
    ) oldest
    order by oldest.due_at
  `.execute(tx);
  return rows.map(({ id }) => id);
}

/** The deliveries that `claimDeliveries` would take now, as far as these adapters read them; none is locked. */
export async function peekDeliveries(
  tx: Tx,
  storeId: StoreId,
  limit: number,
  adapterIds: readonly string[],
): Promise<readonly Delivery[]> {
  const { rows } = await sql<Delivery>`
    select * from (
      select id, connection_id as "connectionId", adapter_id as "adapterId", topic, headers, body, received_at as "receivedAt", attempt
      from delivery
      where purpose = 'platform' and store_id = ${storeId} and state in ('received', 'waiting') and due_at <= clock_now()
      order by due_at, id
      limit ${limit}
    ) due
    where "adapterId" = any(${adapterIds}::text[])
  `.execute(tx);
  return rows;
}
