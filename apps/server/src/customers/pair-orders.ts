import { sql } from 'kysely';
import type { Order, OrderStatus, Refund } from '@regulars/core/commerce';
import type { ConnectionId, CurrencyCode, Instant, StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';
import { toEffectiveOrder } from './projection/effective-order.ts';

/** What two accounts of one order must agree in. */
export interface OrderFigures {
  readonly status: OrderStatus;
  readonly currency: CurrencyCode;
  readonly grandMinor: number;
  readonly refundedMinor: number;
}

/** An order as its platform tells it, beside the same order as it is here. */
export interface OrderPair {
  readonly externalId: string;
  /** With the refunds counted that are known here and not listed there. */
  readonly there: OrderFigures;
  /** Null when it is not here, or no more. */
  readonly here: OrderFigures | null;
  /** Something later is known here than what is compared: it says nothing then. */
  readonly isOutdated: boolean;
}

interface OrderHere extends OrderFigures {
  readonly externalId: string;
  readonly updatedAt: Instant;
  readonly deletedAt: Instant | null;
  readonly loneRefunds: readonly Refund[];
}

/** Puts orders as a platform tells them beside what is here of them. */
export async function pairOrders(
  tx: Tx,
  storeId: StoreId,
  connectionId: ConnectionId,
  orders: readonly Order[],
): Promise<readonly OrderPair[]> {
  const { rows } = await sql<OrderHere>`
    select external_id as "externalId", source_updated_at as "updatedAt", deleted_at as "deletedAt", status, currency,
           grand_minor as "grandMinor", refunded_minor as "refundedMinor", lone_refunds as "loneRefunds"
    from orders where store_id = ${storeId} and connection_id = ${connectionId}
      and external_id = any (${orders.map(({ externalId }) => externalId)})`.execute(tx);
  const known = new Map(rows.map((row) => [row.externalId, row]));
  return orders.map((order) => {
    const here = known.get(order.externalId);
    const { status, currency, totals } = toEffectiveOrder(order, here?.loneRefunds ?? []);
    const knownUntil = Math.max(here?.updatedAt ?? 0, here?.deletedAt ?? 0);
    return {
      externalId: order.externalId,
      there: { status, currency, grandMinor: totals.grandMinor, refundedMinor: totals.refundedMinor },
      here: here === undefined || here.deletedAt !== null ? null : here,
      isOutdated: order.updatedAt < knownUntil,
    };
  });
}

/** Which of these are here although their platform deleted them. */
export async function countKeptOrders(
  tx: Tx,
  storeId: StoreId,
  connectionId: ConnectionId,
  deletedExternalIds: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ orders: number }>`
    select count(*) as orders from orders
    where store_id = ${storeId} and connection_id = ${connectionId} and deleted_at is null
      and external_id = any (${deletedExternalIds})`.execute(tx);
  return rows[0]?.orders ?? 0;
}
