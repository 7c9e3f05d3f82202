import { sql } from 'kysely';
import type { Order } from '@regulars/core/commerce';
import {
  toInstant,
  toIsoString,
  type CustomerId,
  type Instant,
  type OrderId,
  type StoreId,
} from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';
import type { OrderAnswer } from './answers.ts';

export interface OrderQuery {
  /** Null for all customers' orders. */
  readonly customerId: CustomerId | null;
  /** The last order of the page before. */
  readonly after: readonly [placedAt: number, id: string] | null;
  readonly limit: number;
}

interface OrderRow {
  readonly id: OrderId;
  readonly customerId: CustomerId | null;
  readonly deletedAt: Instant | null;
  readonly model: Order;
}

/** The store's orders in the common model, newest first; deleted ones included and marked. */
export async function listOrders(
  tx: Tx,
  storeId: StoreId,
  { customerId, after, limit }: OrderQuery,
): Promise<readonly OrderAnswer[]> {
  const [placedAt, id] = after ?? [null, null];
  const { rows } = await sql<OrderRow>`
    select id, customer_id as "customerId", deleted_at as "deletedAt", model from orders
    where store_id = ${storeId} and (${customerId}::uuid is null or customer_id = ${customerId}::uuid)
      and (${id}::uuid is null or (placed_at, id) < (${placedAt === null ? null : toIsoString(toInstant(placedAt))}::timestamptz, ${id}::uuid))
    order by placed_at desc, id desc limit ${limit}`.execute(tx);
  return rows.map(toAnswer);
}

const iso = (at: Instant | null | undefined) => (at === null || at === undefined ? null : toIsoString(at));

function toAnswer({ id, customerId, deletedAt, model }: OrderRow): OrderAnswer {
  const { customer } = model;
  return {
    id,
    customerId,
    ...model,
    placedAt: toIsoString(model.placedAt),
    paidAt: iso(model.paidAt),
    fulfilledAt: iso(model.fulfilledAt),
    cancelledAt: iso(model.cancelledAt),
    updatedAt: toIsoString(model.updatedAt),
    deletedAt: iso(deletedAt),
    customer:
      customer === null
        ? null
        : {
            ...customer,
            consent: customer.consent === null ? null : { ...customer.consent, at: iso(customer.consent.at) },
          },
    lineItems: model.lineItems.map((line) => ({ ...line, categories: [...line.categories], tags: [...line.tags] })),
    refunds: model.refunds.map((refund) => ({ ...refund, createdAt: iso(refund.createdAt) })),
    couponCodes: [...model.couponCodes],
  };
}
