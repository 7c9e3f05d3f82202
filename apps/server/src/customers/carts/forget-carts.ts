import { sql } from 'kysely';
import { defaultCartPolicy } from '@regulars/core/commerce';
import type { StoreId } from '@regulars/core/shared';
import type { Database, Tx } from '../../foundation/database/database.ts';

const batchSize = 500;
const isForgettable = sql`
  (contents is not null or customer_id is null)
  and touched_at <= clock_now() - ${defaultCartPolicy.forgottenAfterMs}::double precision * interval '1 millisecond'`;

/** Stores that keep what was in a cart for longer than anybody comes back to it. */
export async function listStoresWithOldCarts(tx: Tx): Promise<readonly StoreId[]> {
  const { rows } = await sql<{ id: StoreId }>`
    select s.id from unnest(current_stores()) as s (id)
    where exists (select from cart where store_id = s.id and ${isForgettable})`.execute(tx);
  return rows.map(({ id }) => id);
}

/**
 * Forgets what was in old carts; that they were left and what became of them stays. Marks of carts nobody is known to have
 * filled go altogether.
 *
 * @returns how many carts.
 */
export async function forgetCarts(database: Database, storeId: StoreId): Promise<number> {
  return await database.withStore(storeId, async (tx) => {
    const { rows } = await sql`
      with old as (
        select id from cart where store_id = ${storeId} and ${isForgettable} order by touched_at limit ${batchSize} for update
      ), marks as (
        delete from cart c using old where c.store_id = ${storeId} and c.id = old.id and c.customer_id is null
      ), emptied as (
        update cart c set contents = null from old where c.store_id = ${storeId} and c.id = old.id and c.customer_id is not null
      )
      select id from old`.execute(tx);
    return rows.length;
  });
}
