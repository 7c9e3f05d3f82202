import { sql } from 'kysely';
import type { Order, Product, Refund } from '@regulars/core/commerce';
import type { ConnectionId, CustomerId, Instant, OrderId, StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';
import { loadCarts } from './load-carts.ts';
import { loadCustomers, loadIdentities } from './load-customers.ts';
import { someStore } from './some-store.ts';
import { externalKey, toPair, type World } from './world.ts';
import type { WorldKeys } from './world-keys.ts';

/**
 * Only one batch of a store changes customers and orders at a time: two that meet the same new address would make it
 * two customers. Held until the end of the transaction.
 */
export async function lockProjection(tx: Tx, storeId: StoreId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('customers.projection|' || ${storeId}::text, 0))`.execute(tx);
}

/**
 * Loads the named part of the store, in a fixed number of statements. Each is a lookup per key (`lateral … limit 1`):
 * left the choice, the planner reads a whole store as long as it has no statistics of a table that has grown fast.
 */
export async function loadWorld(tx: Tx, storeId: StoreId, keys: WorldKeys): Promise<World> {
  const world = createWorld(storeId);
  await loadOrders(tx, world, keys);
  await loadMarks(tx, world, keys);
  await loadProducts(tx, world, keys);
  await loadCarts(tx, world, keys);
  await loadCustomers(tx, world, keys);
  await loadIdentities(tx, world);
  return world;
}

function createWorld(storeId: StoreId): World {
  const sets = {
    customers: new Set<CustomerId>(),
    identities: new Set<string>(),
    orders: new Set<string>(),
    products: new Set<string>(),
    carts: new Set<string>(),
    shelves: new Set<string>(),
  };
  const changed = { ...sets, tombstones: new Set<string>(), erased: new Set<string>(), values: new Set<CustomerId>() };
  return {
    storeId,
    customers: new Map(),
    identities: new Map(),
    emails: new Map(),
    orders: new Map(),
    products: new Map(),
    carts: new Map(),
    tombstones: new Map(),
    erased: new Map(),
    changed,
    events: [],
    notices: [],
    forgotten: new Set(),
    toForget: new Set(),
  };
}

interface OrderRow {
  readonly id: OrderId;
  readonly connectionId: ConnectionId;
  readonly customerId: CustomerId | null;
  readonly model: Order;
  readonly loneRefunds: readonly Refund[];
  readonly receivedAt: Instant;
  readonly told: readonly string[];
  readonly deletedAt: Instant | null;
  readonly anonymizedAt: Instant | null;
}

async function loadOrders(tx: Tx, world: World, keys: WorldKeys): Promise<void> {
  if (keys.orders.size === 0) return;
  const { connectionIds, externalIds } = toPair(keys.orders);
  const { rows } = await sql<OrderRow>`
    select o.id, o.connection_id as "connectionId", o.customer_id as "customerId", o.model, o.lone_refunds as "loneRefunds",
           o.received_at as "receivedAt", o.told, o.deleted_at as "deletedAt", o.anonymized_at as "anonymizedAt"
    from unnest(${connectionIds}::uuid[], ${externalIds}::text[]) as k (connection_id, external_id)
    cross join lateral (
      select * from orders
      where store_id = ${someStore(world.storeId)} and connection_id = k.connection_id and external_id = k.external_id limit 1) o
  `.execute(tx);
  for (const row of rows) world.orders.set(externalKey(row.connectionId, row.model.externalId), row);
}

async function loadMarks(tx: Tx, world: World, keys: WorldKeys): Promise<void> {
  const buried = [...keys.tombstones].map((key) => key.split('|', 1)[0] ?? '');
  const { connectionIds, externalIds } = toPair([...keys.tombstones].map((key) => key.slice(key.indexOf('|') + 1)));
  const { rows } = await sql<{ key: string; customerId: CustomerId | null; at: Instant }>`
    select concat_ws('|', t.kind, t.connection_id, t.external_id) as key, null::uuid as "customerId", t.deleted_at as at
    from unnest(${buried}::text[], ${connectionIds}::uuid[], ${externalIds}::text[]) as k (kind, connection_id, external_id)
    cross join lateral (
      select * from tombstone
      where store_id = ${someStore(world.storeId)} and connection_id = k.connection_id and kind = k.kind and external_id = k.external_id limit 1) t
    union all
    select k.hash, e.customer_id, e.erased_at from unnest(${[...keys.erased]}::text[]) as k (hash)
    cross join lateral (
      select * from erased_identity where store_id = ${someStore(world.storeId)} and identity_hash = decode(k.hash, 'hex') limit 1) e
  `.execute(tx);
  for (const { key, customerId, at } of rows) {
    if (customerId === null) world.tombstones.set(key, at);
    else world.erased.set(key, { customerId, erasedAt: at });
  }
}

async function loadProducts(tx: Tx, world: World, keys: WorldKeys): Promise<void> {
  // Orders that are only touched, e.g. by a refund, are saved with their categories as well.
  const bought = [...world.orders.values()].flatMap(({ connectionId, model }) =>
    model.lineItems.flatMap(({ productExternalId }) =>
      productExternalId === null ? [] : externalKey(connectionId, productExternalId),
    ),
  );
  const wanted = new Set([...keys.products, ...bought]);
  if (wanted.size === 0) return;
  const { connectionIds, externalIds } = toPair(wanted);
  const { rows } = await sql<Product & { connectionId: ConnectionId; deletedAt: Instant | null }>`
    select p.connection_id as "connectionId", p.external_id as "externalId", p.title, p.url, p.image_url as "imageUrl", p.categories,
           p.tags, p.price_minor as "priceMinor", p.currency, p.is_digital as "isDigital", p.is_available as "isAvailable",
           p.source_updated_at as "updatedAt", p.deleted_at as "deletedAt"
    from unnest(${connectionIds}::uuid[], ${externalIds}::text[]) as k (connection_id, external_id)
    cross join lateral (
      select * from product
      where store_id = ${someStore(world.storeId)} and connection_id = k.connection_id and external_id = k.external_id limit 1) p
  `.execute(tx);
  for (const { connectionId, deletedAt, ...product } of rows) {
    world.products.set(externalKey(connectionId, product.externalId), { connectionId, product, deletedAt });
  }
}
