import { sql } from 'kysely';
import type { PlatformEvent } from '@regulars/adapter-contracts';
import type { CustomerDetails, Order } from '@regulars/core/commerce';
import { anOrder } from './an-order.ts';
import type { OrderIntake } from './order-intake.ts';

/** The event that `anOrder` with these changes makes. */
export function upsert(change: Partial<Order> = {}): PlatformEvent {
  return { kind: 'orderUpserted', order: anOrder(change) };
}

/** Somebody who bought: with an account, an address, both or neither. */
export function buyer(externalId: string | null, email: string | null): CustomerDetails {
  return { externalId, email, phone: null, firstName: 'Ada', lastName: 'Smit', locale: null, consent: null };
}

/** Tells a store things and asks what it made of them. */
export function askCustomers({ query, receive, work, deliveries }: OrderIntake) {
  const events = () =>
    query(sql<{ kind: string; at: number; data: Record<string, unknown> }>`
      select kind, at, data from event order by customer_id, seq`);
  return {
    /** One delivery for each of these, handled at once. */
    take: async (...told: readonly PlatformEvent[]) => {
      for (const event of told) await receive([event]);
      await work();
    },
    customers: () =>
      query(sql<{ email: string | null; orders: number; consent: string }>`
        select c.email, c.consent_state as consent, (select count(*) from orders o where o.customer_id = c.id) as orders
        from customer c order by c.email collate "C"`),
    orders: () =>
      query(sql<{
        externalId: string;
        status: string;
        refunded: number;
        customerId: string | null;
        deletedAt: number | null;
        coupons: string[];
      }>`
        select external_id as "externalId", status, refunded_minor as refunded, customer_id as "customerId", deleted_at as "deletedAt",
               coupon_codes as coupons
        from orders order by external_id`),
    values: () =>
      query(sql<{ currency: string; orders: number; gross: number; refunded: number }>`
        select currency, order_count as orders, gross_minor as gross, refunded_minor as refunded from customer_value order by currency`),
    events,
    kinds: async () => (await events()).map(({ kind }) => kind),
    states: async () => (await deliveries()).map(({ state, reason }) => [state, reason]),
  };
}
