import { sql, type RawBuilder } from 'kysely';
import type { StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/** There are no more countries than that. */
const limits = { product: 20, category: 20, country: 250 } as const;

/** A product the catalogue does not have is called as in the newest orders; reading all of them would take too long. */
const namingOrderCount = 2_000;

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

/** How many customers bought what stands in `column`. Counted from distinct pairs, which Postgres hashes and need not sort. */
function countBought(storeId: StoreId, column: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select value, count(*) as customers from (
      select distinct bought.value, p.customer_id
      from customer_purchased p cross join lateral unnest(${column}) as bought (value)
      where p.store_id = ${storeId}
    ) as pairs
    group by value`;
}

const known: Readonly<Record<ValueQuery['of'], (storeId: StoreId) => RawBuilder<unknown>>> = {
  product: (storeId) => sql`
    with sold as (${countBought(storeId, sql.ref('p.product_external_ids'))}), listed as (
      select distinct on (external_id) external_id as value, title from product
      where store_id = ${storeId}
      order by external_id, deleted_at desc nulls first
    ), named as (
      select distinct on (value) line.item->>'productExternalId' as value, line.item->>'name' as name
      from (
        select model, placed_at from orders where store_id = ${storeId} order by placed_at desc, id desc limit ${namingOrderCount}
      ) as o cross join lateral jsonb_array_elements(o.model->'lineItems') as line (item)
      order by value, o.placed_at desc
    )
    select value, coalesce(sold.customers, 0) as customers, coalesce(listed.title, named.name, value) as label
    from listed full join sold using (value) left join named using (value)`,
  category: (storeId) => sql`
    with sold as (${countBought(storeId, sql.ref('p.categories'))}), listed as (
      select distinct lower(trim(category.value)) as value
      from product p cross join lateral unnest(p.categories) as category (value)
      where p.store_id = ${storeId} and p.deleted_at is null
    )
    select value, coalesce(sold.customers, 0) as customers, value as label
    from listed full join sold using (value)`,
  country: (storeId) => sql`
    select country as value, country as label, count(*) as customers from customer
    where store_id = ${storeId} and country is not null and erased_at is null
    group by country`,
};
