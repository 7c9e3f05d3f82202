import { sql } from 'kysely';
import type { Tx } from '../../foundation/database/database.ts';
import { someStore } from './some-store.ts';
import { externalKey, toPair, type CartState, type World } from './world.ts';
import type { WorldKeys } from './world-keys.ts';

/** The carts named, each by a lookup of its own. */
export async function loadCarts(tx: Tx, world: World, keys: WorldKeys): Promise<void> {
  if (keys.carts.size === 0) return;
  const { connectionIds, externalIds } = toPair(keys.carts);
  const { rows } = await sql<CartState>`
    select c.id, c.connection_id as "connectionId", c.external_id as "externalId", c.customer_id as "customerId", c.contents,
           c.started_at as "startedAt", c.source_updated_at as "updatedAt", c.touched_at as "touchedAt",
           c.completed_at as "completedAt", c.deleted_at as "deletedAt"
    from unnest(${connectionIds}::uuid[], ${externalIds}::text[]) as k (connection_id, external_id)
    cross join lateral (
      select * from cart
      where store_id = ${someStore(world.storeId)} and connection_id = k.connection_id and external_id = k.external_id limit 1) c
  `.execute(tx);
  for (const row of rows) world.carts.set(externalKey(row.connectionId, row.externalId), row);
}
