import { sql } from 'kysely';
import {
  toIsoString,
  type CurrencyCode,
  type CustomerId,
  type Instant,
  type OrderId,
  type StoreId,
} from '@regulars/core/shared';
import type { OrderStatus } from '@regulars/core/commerce';
import type { Tx } from '../foundation/database/database.ts';

/** An order as it stands now, for rooms that decide about it long after it was paid. */
export interface OrderStanding {
  readonly orderId: OrderId;
  readonly status: OrderStatus;
  readonly paidAt: Instant | null;
  readonly placedAt: Instant;
  readonly currency: CurrencyCode;
  readonly grandMinor: number;
  readonly refundedMinor: number;
  readonly isRenewal: boolean;
}

/** The orders with these ids; deleted ones are left out. */
export async function readOrderStandings(
  tx: Tx,
  storeId: StoreId,
  orderIds: readonly OrderId[],
): Promise<readonly OrderStanding[]> {
  const { rows } = await sql<OrderStanding>`
    select id as "orderId", status, paid_at as "paidAt", placed_at as "placedAt", currency, grand_minor as "grandMinor",
           refunded_minor as "refundedMinor", is_renewal as "isRenewal"
    from orders
    where store_id = ${storeId} and id = any(${orderIds}::uuid[]) and deleted_at is null`.execute(tx);
  return rows;
}

/** Who placed an order since an instant. */
export async function listRecentBuyers(tx: Tx, storeId: StoreId, since: Instant): Promise<readonly CustomerId[]> {
  const { rows } = await sql<{ customerId: CustomerId }>`
    select distinct customer_id as "customerId" from orders
    where store_id = ${storeId} and placed_at >= ${toIsoString(since)}::timestamptz and customer_id is not null and deleted_at is null`.execute(
    tx,
  );
  return rows.map(({ customerId }) => customerId);
}

/** When each of these customers first bought, in any currency; those who never did are left out. */
export async function readFirstPurchases(
  tx: Tx,
  storeId: StoreId,
  customerIds: readonly CustomerId[],
): Promise<ReadonlyMap<CustomerId, Instant>> {
  const { rows } = await sql<{ customerId: CustomerId; firstAt: Instant }>`
    select o.customer_id as "customerId", min(coalesce(o.paid_at, o.placed_at)) as "firstAt"
    from customer_purchased p
    join orders o on o.store_id = p.store_id and o.id = p.order_id
    where p.store_id = ${storeId} and p.customer_id = any(${customerIds}::uuid[])
    group by o.customer_id`.execute(tx);
  return new Map(rows.map(({ customerId, firstAt }) => [customerId, firstAt]));
}
