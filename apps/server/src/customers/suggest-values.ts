import { sql, type RawBuilder } from 'kysely';
import type { StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/** There are no more countries than that. */
const limits = { product: 20, category: 20, country: 250 } as const;

/** A value customers can be asked for, as people call it, and of how many customers it is true. */
export interface SuggestedValue {
  readonly value: string;
  readonly label: string;
  readonly customers: number;
}

export interface ValueQuery {
  readonly of: 'product' | 'category' | 'country';
  /** A part of the label or the value, in whatever case; null for the most frequent ones. */
  readonly search: string | null;
  /** Only these, to learn how they are called; null for all. */
  readonly values: readonly string[] | null;
}

/** The store's own products, categories and countries, the most frequent first. */
export async function suggestValues(
  tx: Tx,
  storeId: StoreId,
  { of, search, values }: ValueQuery,
): Promise<readonly SuggestedValue[]> {
  const limit = values?.length ?? limits[of];
  const { rows } = await sql<SuggestedValue>`
    with known as (${known[of](storeId)})
    select value, label, customers from known
    where (${values}::text[] is null or value = any (${values}::text[]))
      and (${search}::text is null or position(lower(${search}::text) in lower(label || ' ' || value)) > 0)
    order by customers desc, label, value
    limit ${limit}
  `.execute(tx);
  return rows;
}

const known: Readonly<Record<ValueQuery['of'], (storeId: StoreId) => RawBuilder<unknown>>> = {
  // The catalogue, and what was sold before or without it, by the name it bore in an order.
  product: (storeId) => sql`
    with sold as (
      select bought.value, count(distinct p.customer_id) as customers
      from customer_purchased p cross join lateral unnest(p.product_external_ids) as bought (value)
      where p.store_id = ${storeId}
      group by bought.value
    ), listed as (
      select distinct on (external_id) external_id as value, title from product
      where store_id = ${storeId}
      order by external_id, deleted_at desc nulls first
    )
    select value, coalesce(sold.customers, 0) as customers, coalesce(listed.title, (
      select line.item->>'name' from orders o cross join lateral jsonb_array_elements(o.model->'lineItems') as line (item)
      where o.store_id = ${storeId} and o.product_external_ids @> array[value] and line.item->>'productExternalId' = value
      limit 1
    ), value) as label
    from listed full join sold using (value)`,
  category: (storeId) => sql`
    select value, value as label, count(distinct customer_id) as customers from (
      select bought.value, p.customer_id
      from customer_purchased p cross join lateral unnest(p.categories) as bought (value)
      where p.store_id = ${storeId}
      union all
      select lower(trim(listed.value)), null
      from product p cross join lateral unnest(p.categories) as listed (value)
      where p.store_id = ${storeId} and p.deleted_at is null
    ) as found
    group by value`,
  country: (storeId) => sql`
    select country as value, country as label, count(*) as customers from customer
    where store_id = ${storeId} and country is not null and erased_at is null
    group by country`,
};
