import { sql } from 'kysely';
import type { OrderCountSpan } from '@regulars/adapter-contracts';
import { toIsoString, type Instant, type StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';

/** An order in the shop's own books. */
export interface ShopOrder {
  readonly externalId: string;
  readonly placedAt: Instant;
}

/**
 * Writes orders into the shop's books; one that stands there already stays.
 *
 * @returns those that are new, by their id.
 */
export async function insertShopOrders(
  tx: Tx,
  storeId: StoreId,
  orders: readonly ShopOrder[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ externalId: string }>`
    insert into demo.shop_order (store_id, external_id, placed_at)
    select ${storeId}::uuid, external_id, placed_at
    from unnest(${orders.map(({ externalId }) => externalId)}::text[],
                ${orders.map(({ placedAt }) => toIsoString(placedAt))}::timestamptz[]) as given (external_id, placed_at)
    on conflict do nothing
    returning external_id as "externalId"`.execute(tx);
  return new Set(rows.map(({ externalId }) => externalId));
}

export async function countShopOrders(tx: Tx, storeId: StoreId, { from, until }: OrderCountSpan): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from demo.shop_order
    where store_id = ${storeId} and placed_at >= ${toIsoString(from)}::timestamptz and placed_at < ${toIsoString(until)}::timestamptz`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}
