import { sql } from 'kysely';
import type { Instant, StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/** When the last order of each store of this transaction was placed. As of now: kept figures may be a moment old. */
export async function readLastOrders(tx: Tx): Promise<ReadonlyMap<StoreId, Instant>> {
  const { rows } = await sql<{ storeId: StoreId; at: Instant }>`
    select s.id as "storeId", o.placed_at as at
    from unnest(current_stores()) as s (id),
      lateral (select placed_at from order_facts where store_id = s.id order by placed_at desc limit 1) o`.execute(tx);
  return new Map(rows.map(({ storeId, at }) => [storeId, at]));
}
