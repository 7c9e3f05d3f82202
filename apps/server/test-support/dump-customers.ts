import { sql } from 'kysely';
import type { OrderIntake } from './order-intake.ts';

/**
 * Everything the room `customers` knows of a store, free of what may differ between two ways to the same state: our own
 * ids, when we were told, and what events say of the moment they were written.
 */
export async function dumpCustomers({ query }: OrderIntake): Promise<unknown> {
  const customers = await query(sql<object>`
    select coalesce(c.email_key, 'erased') as name, c.email, c.phone, c.first_name, c.last_name, c.locale, c.country, c.tags, c.consent_state,
           c.consent_source, c.consent_at, c.source_updated_at, c.created_at, c.erased_at is not null as erased,
           (select array_agg(i.external_id order by i.external_id) from customer_identity i where i.customer_id = c.id) as accounts,
           (select json_agg(json_build_array(v.currency, v.order_count, v.gross_minor, v.refunded_minor, v.discounted_order_count, v.purchased_at) order by v.currency)
            from customer_value v where v.customer_id = c.id) as values
    from customer c order by 1, accounts`);
  const orders = await query(sql<object>`
    select o.external_id, o.number, c.email_key as customer, o.placed_at, o.paid_at, o.source_updated_at, o.status, o.platform_status, o.currency,
           o.grand_minor, o.discount_minor, o.refunded_minor, o.is_test, o.is_renewal, o.coupon_codes, o.product_external_ids, o.categories,
           o.model, o.told, o.deleted_at is not null as deleted, o.anonymized_at is not null as anonymous
    from orders o left join customer c on c.id = o.customer_id order by o.external_id`);
  const events = await query(sql<object>`
    select c.email_key as customer, e.kind, e.data ->> 'externalId' as order, case when o.deleted_at is null then e.at end as at
    from event e join customer c on c.id = e.customer_id left join orders o on o.id = (e.data ->> 'orderId')::uuid
    where e.kind in ('orderPlaced', 'orderPaid', 'orderFulfilled', 'orderRefunded', 'orderCancelled', 'customerErased')
    order by 1, 3, 2, 4`);
  const products = await query(sql<object>`
    select external_id, title, categories, source_updated_at, deleted_at is not null as deleted from product order by 1`);
  const facts = await query(
    sql<object>`select order_count, net_spent_minor, country, first_purchase_at, last_purchase_at from customer_facts order by 1, 2, 3, 4`,
  );
  return { customers, orders, events, products, facts };
}
