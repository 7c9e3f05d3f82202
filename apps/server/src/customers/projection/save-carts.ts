import { sql } from 'kysely';
import type { CartId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';
import { settleCarts } from '../carts/settle-carts.ts';
import { changedRows, toJsonInstant } from './changed-rows.ts';
import type { World } from './world.ts';

/** Writes the carts that changed, then looks which carts the batch's orders bought. */
export async function saveCarts(tx: Tx, world: World): Promise<void> {
  const carts = changedRows(world.carts, world.changed.carts);
  const rows = carts.map((cart) => ({
    id: cart.id,
    connection_id: cart.connectionId,
    external_id: cart.externalId,
    customer_id: cart.customerId,
    contents: cart.contents,
    item_count: cart.contents?.lineItems.length ?? 0,
    started_at: toJsonInstant(cart.startedAt),
    source_updated_at: toJsonInstant(cart.updatedAt),
    touched_at: toJsonInstant(cart.touchedAt),
    completed_at: toJsonInstant(cart.completedAt),
    deleted_at: toJsonInstant(cart.deletedAt),
  }));
  if (rows.length > 0) {
    await sql`
      insert into cart (store_id, id, connection_id, external_id, customer_id, contents, item_count, started_at, source_updated_at,
                        touched_at, completed_at, deleted_at)
      select ${world.storeId}::uuid, r.* from json_to_recordset(${JSON.stringify(rows)}::json) as r (
        id uuid, connection_id uuid, external_id text, customer_id uuid, contents jsonb, item_count integer, started_at timestamptz,
        source_updated_at timestamptz, touched_at timestamptz, completed_at timestamptz, deleted_at timestamptz)
      on conflict (store_id, id) do update set
        customer_id = excluded.customer_id, contents = excluded.contents, item_count = excluded.item_count,
        started_at = excluded.started_at, source_updated_at = excluded.source_updated_at, touched_at = excluded.touched_at,
        completed_at = excluded.completed_at, deleted_at = excluded.deleted_at
    `.execute(tx);
  }
  const orders = changedRows(world.orders, world.changed.orders);
  const events = await settleCarts(tx, world.storeId, {
    cartIds: carts.map(({ id }): CartId => id),
    orderIds: orders.map(({ id }) => id),
  });
  world.events.push(...events);
}
