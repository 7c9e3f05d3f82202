import { sql } from 'kysely';
import { findPurchase, type PlacedOrder, type WaitingCart } from '@regulars/core/commerce';
import {
  toIsoString,
  type CartId,
  type ConnectionId,
  type Instant,
  type OrderId,
  type StoreId,
} from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';
import type { NewEvent } from '../../foundation/events/event-log.ts';

/** What may have come to an end. */
export interface SettleQuery {
  readonly cartIds: readonly CartId[];
  /** Orders that are new or changed: each may be the purchase of a cart. */
  readonly orderIds: readonly OrderId[];
}

interface CartRow extends WaitingCart {
  readonly id: CartId;
  readonly connectionId: ConnectionId;
  readonly completedAt: Instant | null;
  readonly deletedAt: Instant | null;
  readonly abandonedAt: Instant | null;
  readonly settledAs: 'bought' | 'discarded' | null;
}

interface OrderRow extends PlacedOrder {
  readonly cartId: CartId;
}

interface Settlement {
  readonly cart: CartRow;
  readonly as: 'bought' | 'discarded';
  readonly orderId: OrderId | null;
  readonly at: Instant;
}

/**
 * Ends carts that were ordered, or thrown away, whichever is heard of first. An order found later makes a purchase of what
 * looked thrown away: some platforms delete a cart when it is ordered.
 *
 * @returns what is to be told of those that had been left.
 */
export async function settleCarts(tx: Tx, storeId: StoreId, query: SettleQuery): Promise<readonly NewEvent[]> {
  const carts = await listOpenCarts(tx, storeId, query);
  if (carts.length === 0) return [];
  const orders = Map.groupBy(await listCandidates(tx, storeId, carts), ({ cartId }) => cartId);
  const settlements = carts.flatMap((cart) => settle(cart, orders.get(cart.id) ?? []));
  await keepSettlements(tx, storeId, settlements);
  return settlements.flatMap(toEvents);
}

function settle(cart: CartRow, orders: readonly OrderRow[]): readonly Settlement[] {
  const order = findPurchase(cart, orders);
  if (order !== null) return [{ cart, as: 'bought', orderId: order.orderId, at: order.placedAt }];
  if (cart.settledAs === 'bought') return [];
  if (cart.completedAt !== null) return [{ cart, as: 'bought', orderId: null, at: cart.completedAt }];
  if (cart.deletedAt === null || cart.settledAs !== null) return [];
  return [{ cart, as: 'discarded', orderId: null, at: cart.deletedAt }];
}

function toEvents({ cart, as, orderId, at }: Settlement): readonly NewEvent[] {
  const { id: cartId, customerId, abandonedAt, settledAs } = cart;
  // Its order became known after the purchase was told.
  if (customerId === null || abandonedAt === null || settledAs === 'bought') return [];
  return as === 'bought'
    ? [{ customerId, kind: 'cartRecovered', at, data: { cartId, orderId } }]
    : [{ customerId, kind: 'cartDiscarded', at, data: { cartId } }];
}

/** Those named, those of the orders' customers, and those the orders name, unless their order is known. */
async function listOpenCarts(
  tx: Tx,
  storeId: StoreId,
  { cartIds, orderIds }: SettleQuery,
): Promise<readonly CartRow[]> {
  if (cartIds.length === 0 && orderIds.length === 0) return [];
  const { rows } = await sql<CartRow>`
    with wanted as (
      select unnest(${cartIds}::uuid[]) as id
      union
      select c.id from orders o join cart c on c.store_id = o.store_id and c.customer_id = o.customer_id
      where o.store_id = ${storeId} and o.id = any(${orderIds}::uuid[])
      union
      select c.id from orders o
      join cart c on c.store_id = o.store_id and c.connection_id = o.connection_id
        and c.external_id = o.model ->> 'checkoutExternalId'
      where o.store_id = ${storeId} and o.id = any(${orderIds}::uuid[])
    )
    select c.id, c.connection_id as "connectionId", c.external_id as "externalId", c.customer_id as "customerId",
           c.started_at as "startedAt", c.touched_at as "touchedAt", c.completed_at as "completedAt", c.deleted_at as "deletedAt",
           c.abandoned_at as "abandonedAt", c.settled_as as "settledAs"
    from wanted join cart c on c.store_id = ${storeId} and c.id = wanted.id
    where c.order_id is null
    order by c.id`.execute(tx);
  return rows;
}

/** Orders that can be the purchase of these carts: core says which is. */
async function listCandidates(tx: Tx, storeId: StoreId, carts: readonly CartRow[]): Promise<readonly OrderRow[]> {
  const { rows } = await sql<OrderRow>`
    select k.id as "cartId", o.id as "orderId", o.connection_id as "connectionId", o.customer_id as "customerId",
           o.model ->> 'checkoutExternalId' as "checkoutExternalId", o.placed_at as "placedAt", o.status,
           o.is_renewal as "isRenewal", o.is_test as "isTest"
    from unnest(
      ${carts.map(({ id }) => id)}::uuid[], ${carts.map(({ connectionId }) => connectionId)}::uuid[],
      ${carts.map(({ externalId }) => externalId)}::text[], ${carts.map(({ customerId }) => customerId)}::uuid[],
      ${carts.map(({ startedAt }) => toIsoString(startedAt))}::timestamptz[]
    ) as k (id, connection_id, external_id, customer_id, started_at)
    cross join lateral (
      select * from orders where store_id = ${storeId} and customer_id = k.customer_id and placed_at >= k.started_at and deleted_at is null
      union all
      select * from orders
      where store_id = ${storeId} and connection_id = k.connection_id and model ->> 'checkoutExternalId' = k.external_id
        and deleted_at is null
    ) o`.execute(tx);
  return rows;
}

async function keepSettlements(tx: Tx, storeId: StoreId, settlements: readonly Settlement[]): Promise<void> {
  if (settlements.length === 0) return;
  await sql`
    update cart c set settled_as = k.settled_as, order_id = k.order_id
    from unnest(
      ${settlements.map(({ cart }) => cart.id)}::uuid[], ${settlements.map(({ as }) => as)}::text[],
      ${settlements.map(({ orderId }) => orderId)}::uuid[]) as k (id, settled_as, order_id)
    where c.store_id = ${storeId} and c.id = k.id`.execute(tx);
}
