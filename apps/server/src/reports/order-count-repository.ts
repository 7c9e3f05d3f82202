import { sql } from 'kysely';
import type { AdapterErrorKind } from '@regulars/adapter-contracts';
import type { ConnectionId, Instant, StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/** A platform's orders beside ours, within a span that ended when they were counted. */
export interface OrderCount {
  readonly storeId: StoreId;
  readonly connectionId: ConnectionId;
  readonly countedAt: Instant;
  readonly from: Instant;
  readonly until: Instant;
  /** Both are null when the platform could not be asked. */
  readonly ordersHere: number | null;
  readonly ordersThere: number | null;
  readonly failure: AdapterErrorKind | null;
}

/** The last count of each connection, of the stores of this transaction. */
export async function listOrderCounts(tx: Tx): Promise<readonly OrderCount[]> {
  const { rows } = await sql<OrderCount>`
    select store_id as "storeId", connection_id as "connectionId", counted_at as "countedAt", span_from as "from", span_until as "until",
           orders_here as "ordersHere", orders_there as "ordersThere", failure
    from order_count where store_id = any (current_stores())`.execute(tx);
  return rows;
}

/** Takes the place of the connection's last count. */
export async function keepOrderCount(tx: Tx, count: Omit<OrderCount, 'countedAt'>): Promise<void> {
  const { storeId, connectionId, from, until, ordersHere, ordersThere, failure } = count;
  await sql`
    insert into order_count (store_id, connection_id, counted_at, span_from, span_until, orders_here, orders_there, failure)
    values (${storeId}, ${connectionId}, clock_now(), to_timestamp(${from} / 1000.0), to_timestamp(${until} / 1000.0),
            ${ordersHere}, ${ordersThere}, ${failure})
    on conflict (store_id, connection_id) do update
    set counted_at = excluded.counted_at, span_from = excluded.span_from, span_until = excluded.span_until,
        orders_here = excluded.orders_here, orders_there = excluded.orders_there, failure = excluded.failure
  `.execute(tx);
}
