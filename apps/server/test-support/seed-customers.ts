import { sql } from 'kysely';
import { toIsoString, type CustomerId, type Instant, type StoreId } from '@regulars/core/shared';
import type { Tx } from '../src/foundation/database/database.ts';
import { newId } from '../src/foundation/ids.ts';

/** One customer and what they bought: one order for each entry of `purchases`. */
export interface SeededCustomer {
  readonly customerId: CustomerId;
  readonly country: string | null;
  readonly discountedOrderCount: number;
  readonly refundedMinor: number;
  readonly purchases: readonly {
    readonly at: Instant;
    readonly grandMinor: number;
    readonly productExternalIds: readonly string[];
    readonly categories: readonly string[];
  }[];
  /** Null or left out: nothing is foreseen of them. */
  readonly outlook?: {
    readonly probabilityAlive: number;
    readonly valueMinor: number;
    /** Since 1970-01-01. */
    readonly dueDay: number;
  } | null;
}

/** Writes customers with their orders and values as the room `customers` keeps them, in bulk. */
export async function seedCustomers(tx: Tx, storeId: StoreId, customers: readonly SeededCustomer[]): Promise<void> {
  await sql`
    insert into customer (store_id, id, country)
    select ${storeId}::uuid, id, country
    from unnest(${customers.map(({ customerId }) => customerId)}::uuid[], ${customers.map(({ country }) => country)}::text[]) as given (id, country)
  `.execute(tx);
  const buyers = customers.filter(({ purchases }) => purchases.length > 0);
  await sql`
    insert into customer_value (store_id, customer_id, currency, order_count, gross_minor, refunded_minor, discounted_order_count, purchased_at)
    select ${storeId}::uuid, (value->>'customerId')::uuid, 'EUR', (value->>'orderCount')::int, (value->>'grossMinor')::bigint,
           (value->>'refundedMinor')::bigint, (value->>'discountedOrderCount')::int,
           array(select at::timestamptz from jsonb_array_elements_text(value->'purchasedAt') as at)
    from jsonb_array_elements(${JSON.stringify(
      buyers.map(({ customerId, refundedMinor, discountedOrderCount, purchases }) => ({
        customerId,
        orderCount: purchases.length,
        grossMinor: purchases.reduce((sum, { grandMinor }) => sum + grandMinor, 0),
        refundedMinor,
        discountedOrderCount,
        purchasedAt: purchases.map(({ at }) => toIsoString(at)).sort(),
      })),
    )}::jsonb) as value
  `.execute(tx);
  await sql`
    insert into orders (store_id, id, connection_id, external_id, number, customer_id, placed_at, paid_at, source_updated_at, status, platform_status,
                        currency, grand_minor, discount_minor, refunded_minor, product_external_ids, categories, model, received_at)
    select ${storeId}::uuid, (value->>'id')::uuid, ${storeId}::uuid, value->>'id', value->>'id', (value->>'customerId')::uuid, (value->>'at')::timestamptz,
           (value->>'at')::timestamptz, (value->>'at')::timestamptz, 'paid', 'processing', 'EUR', (value->>'grandMinor')::bigint, 0, 0,
           array(select jsonb_array_elements_text(value->'productExternalIds')), array(select jsonb_array_elements_text(value->'categories')), '{}'::jsonb, clock_now()
    from jsonb_array_elements(${JSON.stringify(
      buyers.flatMap(({ customerId, purchases }) =>
        purchases.map((purchase) => ({ ...purchase, at: toIsoString(purchase.at), customerId, id: newId() })),
      ),
    )}::jsonb) as value
  `.execute(tx);
  const foreseen = customers.flatMap(({ customerId, outlook }) => (outlook ? [{ customerId, ...outlook }] : []));
  await sql`
    insert into customer_forecast (store_id, customer_id, days, amounts_minor, probability_alive, purchases_expected,
                                   spend_minor, value_minor, due_day)
    select ${storeId}::uuid, customer_id, '{0}', '{0}', probability_alive, 0, 0, value_minor, due_day
    from unnest(${foreseen.map(({ customerId }) => customerId)}::uuid[], ${foreseen.map(({ probabilityAlive }) => probabilityAlive)}::float8[],
      ${foreseen.map(({ valueMinor }) => valueMinor)}::bigint[], ${foreseen.map(({ dueDay }) => dueDay)}::integer[])
      as given (customer_id, probability_alive, value_minor, due_day)
  `.execute(tx);
}
