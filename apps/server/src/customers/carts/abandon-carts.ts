import { sql } from 'kysely';
import { defaultCartPolicy, findAbandonment, type CartFacts } from '@regulars/core/commerce';
import { toIsoString, type CartId, type CustomerId, type Instant, type StoreId } from '@regulars/core/shared';
import type { Database, Tx } from '../../foundation/database/database.ts';
import { appendEvents, type NewEvent } from '../../foundation/events/event-log.ts';
import { lockProjection } from '../projection/load-world.ts';
import { settleCarts } from './settle-carts.ts';

const batchSize = 200;
const abandonedAfter = sql`${defaultCartPolicy.abandonedAfterMs}::double precision * interval '1 millisecond'`;
/** As in the index. */
const isWaiting = sql`abandoned_at is null and settled_as is null and customer_id is not null and item_count > 0`;

/** Stores with carts nobody has touched for long enough. */
export async function listStoresWithLeftCarts(tx: Tx): Promise<readonly StoreId[]> {
  const { rows } = await sql<{ id: StoreId }>`
    select s.id from unnest(current_stores()) as s (id)
    cross join lateral (
      select touched_at from cart where store_id = s.id and ${isWaiting} and touched_at <= clock_now() - ${abandonedAfter}
      order by touched_at limit 1
    ) oldest
    order by oldest.touched_at`.execute(tx);
  return rows.map(({ id }) => id);
}

interface LeftCart {
  readonly cartId: CartId;
  readonly customerId: CustomerId;
  readonly externalId: string;
  readonly itemCount: number;
  readonly productExternalIds: readonly string[];
  readonly touchedAt: Instant;
  readonly previousAbandonedAt: Instant | null;
}

/**
 * Tells of carts that were left, once each, as of when they counted as left. Whatever of them an order has bought meanwhile
 * is settled first. Takes the store's turn, as whoever changes its orders and carts does.
 *
 * @returns how many carts were looked at.
 */
export async function abandonCarts(database: Database, storeId: StoreId): Promise<number> {
  return await database.withStore(storeId, async (tx) => {
    await lockProjection(tx, storeId);
    const cartIds = await listDueCarts(tx, storeId);
    if (cartIds.length === 0) return 0;
    await settleCarts(tx, storeId, { cartIds, orderIds: [] });
    const left = await readLeftCarts(tx, storeId, cartIds);
    await markAbandoned(tx, storeId, left);
    await appendEvents(tx, storeId, toEvents(left));
    return cartIds.length;
  });
}

async function listDueCarts(tx: Tx, storeId: StoreId): Promise<readonly CartId[]> {
  const { rows } = await sql<{ id: CartId }>`
    select id from cart
    where store_id = ${storeId} and ${isWaiting} and touched_at <= clock_now() - ${abandonedAfter}
    order by touched_at, id limit ${batchSize}
    for update`.execute(tx);
  return rows.map(({ id }) => id);
}

async function readLeftCarts(tx: Tx, storeId: StoreId, cartIds: readonly CartId[]): Promise<readonly LeftCart[]> {
  const { rows } = await sql<LeftCart>`
    select c.id as "cartId", c.customer_id as "customerId", c.external_id as "externalId", c.item_count as "itemCount",
      array(
        select distinct line ->> 'productExternalId' from jsonb_array_elements(c.contents -> 'lineItems') as l (line)
        where line ->> 'productExternalId' is not null order by 1
      ) as "productExternalIds",
      c.touched_at as "touchedAt",
      (select max(o.abandoned_at) from cart o where o.store_id = c.store_id and o.customer_id = c.customer_id and o.id <> c.id)
        as "previousAbandonedAt"
    from cart c
    where c.store_id = ${storeId} and c.id = any(${cartIds}::uuid[]) and c.settled_as is null
    order by c.touched_at, c.id`.execute(tx);
  return rows;
}

async function markAbandoned(tx: Tx, storeId: StoreId, left: readonly LeftCart[]): Promise<void> {
  await sql`
    update cart c set abandoned_at = k.at
    from unnest(
      ${left.map(({ cartId }) => cartId)}::uuid[], ${left.map((cart) => toIsoString(findAbandonment(cart)))}::timestamptz[]
    ) as k (id, at)
    where c.store_id = ${storeId} and c.id = k.id`.execute(tx);
}

function toEvents(left: readonly LeftCart[]): readonly NewEvent[] {
  const lastOf = new Map<CustomerId, Instant | null>();
  return left.map(({ customerId, touchedAt, previousAbandonedAt, ...cart }) => {
    const at = findAbandonment({ touchedAt });
    const data: CartFacts = { ...cart, previousAbandonedAt: lastOf.get(customerId) ?? previousAbandonedAt };
    lastOf.set(customerId, at);
    return { customerId, kind: 'cartAbandoned', at, data };
  });
}
