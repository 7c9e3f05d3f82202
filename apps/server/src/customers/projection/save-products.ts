import { sql } from 'kysely';
import { toInstant, type CustomerId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';
import { changedRows, toJsonInstant } from './changed-rows.ts';
import { toPair, type World } from './world.ts';

export async function saveProducts(tx: Tx, world: World): Promise<void> {
  const rows = changedRows(world.products, world.changed.products).map(({ connectionId, product, deletedAt }) => ({
    connection_id: connectionId,
    external_id: product.externalId,
    title: product.title,
    url: product.url,
    image_url: product.imageUrl,
    categories: product.categories,
    tags: product.tags,
    price_minor: product.priceMinor,
    currency: product.currency,
    is_digital: product.isDigital,
    is_available: product.isAvailable,
    source_updated_at: toJsonInstant(product.updatedAt),
    deleted_at: toJsonInstant(deletedAt),
  }));
  if (rows.length === 0) return;
  await sql`
    insert into product (store_id, connection_id, external_id, title, url, image_url, categories, tags, price_minor, currency, is_digital,
                         is_available, source_updated_at, deleted_at)
    select ${world.storeId}::uuid, r.* from json_to_recordset(${JSON.stringify(rows)}::json) as r (
      connection_id uuid, external_id text, title text, url text, image_url text, categories text[], tags text[], price_minor bigint,
      currency text, is_digital boolean, is_available boolean, source_updated_at timestamptz, deleted_at timestamptz)
    on conflict (store_id, connection_id, external_id) do update set
      title = excluded.title, url = excluded.url, image_url = excluded.image_url, categories = excluded.categories, tags = excluded.tags,
      price_minor = excluded.price_minor, currency = excluded.currency, is_digital = excluded.is_digital,
      is_available = excluded.is_available, source_updated_at = excluded.source_updated_at, deleted_at = excluded.deleted_at
  `.execute(tx);
}

/**
 * Orders that came before their product, or before it changed shelves, get its categories now; and their customers are
 * looked at again, because segments ask for categories.
 */
export async function refreshCategories(tx: Tx, world: World): Promise<void> {
  if (world.changed.shelves.size === 0) return;
  const { connectionIds, externalIds } = toPair(world.changed.shelves);
  const { rows } = await sql<{ customerId: CustomerId }>`
    with touched as (
      select distinct o.id, o.connection_id, o.model, o.product_external_ids
      from unnest(${connectionIds}::uuid[], ${externalIds}::text[]) as k (connection_id, external_id)
      join orders o on o.store_id = ${world.storeId} and o.connection_id = k.connection_id and o.product_external_ids @> array[k.external_id]
    ), fresh as (
      select t.id, coalesce((
        select array_agg(distinct lower(c) collate "C" order by lower(c) collate "C") from (
          select jsonb_array_elements_text(line -> 'categories') as c from jsonb_array_elements(t.model -> 'lineItems') as line
          union all
          select unnest(p.categories) from product p
          where p.store_id = ${world.storeId} and p.connection_id = t.connection_id and p.external_id = any (t.product_external_ids)) all_of_them
        ), '{}') as categories
      from touched t
    ), moved as (
      update orders o set categories = fresh.categories from fresh
      where o.store_id = ${world.storeId} and o.id = fresh.id and o.categories <> fresh.categories
      returning o.customer_id, o.deleted_at
    )
    select distinct customer_id as "customerId" from moved where customer_id is not null and deleted_at is null
  `.execute(tx);
  const at = toInstant(
    Math.max(...changedRows(world.products, world.changed.shelves).map(({ product }) => product.updatedAt)),
  );
  for (const { customerId } of rows) world.events.push({ customerId, kind: 'customerChanged', at, data: {} });
}
