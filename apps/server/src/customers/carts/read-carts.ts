import { sql } from 'kysely';
import { findAbandonment } from '@regulars/core/commerce';
import { toIsoString, type CartId, type CustomerId, type Instant, type StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';

/** What a letter may say about a cart that still waits. */
export interface CartInWords {
  readonly cartId: CartId;
  /** Where its customer finds it; null where the platform has no such page. */
  readonly url: string | null;
  /** In the order of its lines, each once; those only the catalogue knows by its names. */
  readonly productNames: readonly string[];
  /** Somebody was at it just now: until then it does not count as left. */
  readonly inUseUntil: Instant;
}

interface CartRow {
  readonly cartId: CartId;
  readonly url: string | null;
  readonly productNames: readonly string[];
  readonly touchedAt: Instant;
}

/** Those of these carts that still wait: not ordered, thrown away, emptied or forgotten. */
export async function readCartsInWords(
  tx: Tx,
  storeId: StoreId,
  cartIds: readonly CartId[],
): Promise<ReadonlyMap<CartId, CartInWords>> {
  if (cartIds.length === 0) return new Map();
  const { rows } = await sql<CartRow>`
    select c.id as "cartId", c.contents ->> 'recoveryUrl' as url, c.touched_at as "touchedAt",
      coalesce((
        select jsonb_agg(named.name order by named.nth) from (
          select coalesce(nullif(l.line ->> 'name', ''), p.title) as name, min(l.nth) as nth
          from jsonb_array_elements(c.contents -> 'lineItems') with ordinality as l (line, nth)
          left join product p on p.store_id = c.store_id and p.connection_id = c.connection_id
            and p.external_id = l.line ->> 'productExternalId' and p.deleted_at is null
          group by 1
        ) named where named.name is not null
      ), '[]') as "productNames"
    from cart c
    where c.store_id = ${storeId} and c.id = any(${cartIds}::uuid[])
      and c.settled_as is null and c.contents is not null and c.item_count > 0`.execute(tx);
  return new Map(
    rows.map(({ cartId, url, productNames, touchedAt }) => [
      cartId,
      { cartId, url: isWebAddress(url) ? url : null, productNames, inUseUntil: findAbandonment({ touchedAt }) },
    ]),
  );
}

/** A letter leads nowhere else, whatever a platform tells. */
function isWebAddress(url: string | null): boolean {
  return url !== null && /^https?:\/\//i.test(url) && URL.canParse(url);
}

/** Customers who left a cart since then. */
export async function listCartLeavers(tx: Tx, storeId: StoreId, since: Instant): Promise<readonly CustomerId[]> {
  const { rows } = await sql<{ customerId: CustomerId }>`
    select distinct customer_id as "customerId" from cart
    where store_id = ${storeId} and customer_id is not null and abandoned_at >= ${toIsoString(since)}::timestamptz`.execute(
    tx,
  );
  return rows.map(({ customerId }) => customerId);
}
