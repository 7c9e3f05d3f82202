import { sql } from 'kysely';
import type { OrderCountSpan } from '@regulars/adapter-contracts';
import { toIsoString, type ConnectionId, type StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/**
 * How many orders of this connection are here that were placed within the span. Whatever the platform counts counts here
 * too: unpaid, cancelled, refunded and test orders; not what it deleted.
 */
export async function countOrdersHere(
  tx: Tx,
  storeId: StoreId,
  connectionId: ConnectionId,
  { from, until }: OrderCountSpan,
): Promise<number> {
  const { rows } = await sql<{ orders: number }>`
    select count(*) as orders from orders
    where store_id = ${storeId} and connection_id = ${connectionId} and deleted_at is null
      and placed_at >= ${toIsoString(from)}::timestamptz and placed_at < ${toIsoString(until)}::timestamptz`.execute(
    tx,
  );
  return rows[0]?.orders ?? 0;
}
