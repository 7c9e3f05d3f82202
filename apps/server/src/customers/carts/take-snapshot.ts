import { sql } from 'kysely';
import { toEmailKey, type LineItem } from '@regulars/core/commerce';
import type { CartId, ConnectionId, CurrencyCode, CustomerId, Instant, StoreId } from '@regulars/core/shared';
import type { Database, Tx } from '../../foundation/database/database.ts';
import { newId } from '../../foundation/ids.ts';
import type { CartContents } from '../projection/world.ts';
import type { Snapshot } from './storefront-snapshot.ts';

export interface SnapshotTarget {
  readonly storeId: StoreId;
  readonly connectionId: ConnectionId;
  /** A link that leads anywhere else is not kept. */
  readonly origin: string;
  readonly currency: CurrencyCode;
}

/** So many carts may wait for one customer; whoever sends more is no shopper. */
const mostWaiting = 10;

/**
 * Keeps what a shop's page tells of a cart, if the address is a customer's: it makes nobody a customer and changes nothing of
 * theirs. A cart that was ordered, or is somebody else's, stays as it is.
 */
export async function takeSnapshot(
  database: Database,
  { storeId, connectionId, origin, currency }: SnapshotTarget,
  { email, cart }: Snapshot,
): Promise<void> {
  const emailKey = toEmailKey(email);
  if (emailKey === null) return;
  await database.withStore(storeId, async (tx, now) => {
    const customerId = await findCustomerId(tx, storeId, emailKey);
    if (customerId === null) return;
    const lineItems = await readLines(tx, storeId, connectionId, cart.items);
    const contents: CartContents = {
      externalId: cart.id,
      startedAt: now,
      updatedAt: now,
      completedAt: null,
      recoveryUrl: toPage(cart.url, origin),
      currency,
      grandMinor: 0,
      lineItems,
      couponCodes: [],
    };
    await keepCart(tx, { storeId, connectionId, customerId }, contents, now);
  });
}

/** The page of the shop, without what an address can make it do: put things into a cart, lead on to somewhere else. */
function toPage(address: string, origin: string): string | null {
  const url = new URL(address);
  return url.origin === origin ? `${url.origin}${url.pathname}` : null;
}

async function findCustomerId(tx: Tx, storeId: StoreId, emailKey: string): Promise<CustomerId | null> {
  const { rows } = await sql<{ id: CustomerId }>`
    select id from customer where store_id = ${storeId} and email_key = ${emailKey} and erased_at is null`.execute(tx);
  return rows[0]?.id ?? null;
}

/** By the catalogue: a shop may tell the variation's id, whose page is the product's. */
async function readLines(
  tx: Tx,
  storeId: StoreId,
  connectionId: ConnectionId,
  items: Snapshot['cart']['items'],
): Promise<readonly LineItem[]> {
  const pages = items.map(({ productUrl }) => productUrl?.replace(/[?#].*$/, '') ?? null);
  const { rows } = await sql<{ productExternalId: string | null }>`
    select coalesce(named.external_id, shown.external_id, k.id) as "productExternalId"
    from unnest(${items.map(({ productId }) => productId)}::text[], ${pages}::text[]) with ordinality as k (id, page, nth)
    left join product named
      on named.store_id = ${storeId} and named.connection_id = ${connectionId} and named.external_id = k.id
    left join lateral (
      select external_id from product
      where named.external_id is null and store_id = ${storeId} and connection_id = ${connectionId} and url = k.page limit 1
    ) shown on true
    order by k.nth`.execute(tx);
  return items.map(({ quantity }, index): LineItem => ({
    externalId: null,
    productExternalId: rows[index]?.productExternalId ?? null,
    variantExternalId: null,
    sku: null,
    name: '',
    quantity,
    subtotalMinor: 0,
    discountMinor: 0,
    taxMinor: 0,
    categories: [],
    tags: [],
    isDigital: null,
  }));
}

async function keepCart(
  tx: Tx,
  { storeId, connectionId, customerId }: Pick<SnapshotTarget, 'storeId' | 'connectionId'> & { customerId: CustomerId },
  contents: CartContents,
  now: Instant,
): Promise<void> {
  const id: CartId = newId();
  const at = new Date(now).toISOString();
  await sql`
    insert into cart (store_id, id, connection_id, external_id, customer_id, contents, item_count, started_at, source_updated_at, touched_at)
    select ${storeId}::uuid, ${id}::uuid, ${connectionId}::uuid, ${contents.externalId}, ${customerId}::uuid, ${JSON.stringify(contents)}::jsonb,
           ${contents.lineItems.length}::integer, at, at, at
    from (values (${at}::timestamptz)) as this (at)
    where ${mostWaiting} > (
      select count(*) from cart c
      where c.store_id = ${storeId} and c.customer_id = ${customerId} and c.external_id <> ${contents.externalId}
        and c.settled_as is null and c.contents is not null)
    on conflict (store_id, connection_id, external_id) do update set
      contents = excluded.contents, item_count = excluded.item_count, source_updated_at = excluded.source_updated_at,
      touched_at = excluded.touched_at
    where cart.customer_id = excluded.customer_id and cart.settled_as is null and cart.completed_at is null and cart.deleted_at is null
  `.execute(tx);
}
