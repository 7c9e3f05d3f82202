import { sql } from 'kysely';
import { toIsoString, type ConnectionId, type Instant, type StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';
import type { Store } from './store.ts';

const storeColumns = sql`
  id, slug, name, url, currency, time_zone as "timeZone", locale, sender, postal_address as "postalAddress",
  paused_at as "pausedAt", created_at as "createdAt"`;

export async function findStoreBySlug(tx: Tx, slug: string): Promise<Store | null> {
  const { rows } = await sql<Store>`select ${storeColumns} from store where slug = ${slug}`.execute(tx);
  return rows[0] ?? null;
}

export async function findStore(tx: Tx, storeId: StoreId): Promise<Store | null> {
  const { rows } = await sql<Store>`select ${storeColumns} from store where id = ${storeId}`.execute(tx);
  return rows[0] ?? null;
}

/** @throws when there is none: the caller has been let in to it, so there must be. */
export async function getStore(tx: Tx, storeId: StoreId): Promise<Store> {
  const store = await findStore(tx, storeId);
  if (store === null) throw new Error('The store of this request is gone.');
  return store;
}

export async function listStores(tx: Tx): Promise<readonly Store[]> {
  const { rows } = await sql<Store>`select ${storeColumns} from store order by created_at, id`.execute(tx);
  return rows;
}

export async function insertStore(tx: Tx, store: Omit<Store, 'createdAt' | 'pausedAt'>): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into store (id, slug, name, url, currency, time_zone, locale, sender, postal_address)
    values (${store.id}, ${store.slug}, ${store.name}, ${store.url}, ${store.currency}, ${store.timeZone}, ${store.locale},
            ${JSON.stringify(store.sender)}::jsonb, ${store.postalAddress})
    on conflict (slug) do nothing
  `.execute(tx);
  return numAffectedRows === 1n;
}

/**
 * A store that nobody else changes until the transaction ends.
 *
 * @throws when there is none, as `getStore` does.
 */
export async function lockStore(tx: Tx, storeId: StoreId): Promise<Store> {
  await sql`select from store where id = ${storeId} for no key update`.execute(tx);
  return getStore(tx, storeId);
}

/** Keeps what may change; the rest of the row stays as it was made. */
export async function updateStore(tx: Tx, store: Store): Promise<void> {
  await sql`
    update store
    set name = ${store.name}, url = ${store.url}, locale = ${store.locale},
        sender = ${JSON.stringify(store.sender)}::jsonb, postal_address = ${store.postalAddress}
    where id = ${store.id}`.execute(tx);
}

/** Held until the transaction ends: nobody else makes a connection of the store or gives one its access again. */
export async function lockConnections(tx: Tx, storeId: StoreId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`connections|${storeId}`}, 0))`.execute(tx);
}

export type ConnectionPurpose = 'platform' | 'mail';

/** A connection as stored: what is secret is sealed. */
export interface ConnectionRow {
  readonly storeId: StoreId;
  readonly id: ConnectionId;
  readonly purpose: ConnectionPurpose;
  readonly adapterId: string;
  readonly configSealed: string;
  readonly webhookSecretSealed: string | null;
  readonly previousWebhookSecretSealed: string | null;
  readonly previousSecretUntil: Instant | null;
  readonly hookTokenSealed: string;
  readonly pausedReason: string | null;
  readonly pausedAt: Instant | null;
  readonly createdAt: Instant;
}

const connectionColumns = sql`
  store_id as "storeId", id, purpose, adapter_id as "adapterId", config_sealed as "configSealed",
  webhook_secret_sealed as "webhookSecretSealed", previous_webhook_secret_sealed as "previousWebhookSecretSealed",
  previous_secret_until as "previousSecretUntil", hook_token_sealed as "hookTokenSealed",
  paused_reason as "pausedReason", paused_at as "pausedAt", created_at as "createdAt"`;

export async function insertConnection(
  tx: Tx,
  row: Omit<
    ConnectionRow,
    'createdAt' | 'pausedAt' | 'pausedReason' | 'previousWebhookSecretSealed' | 'previousSecretUntil'
  > & { hookTokenHash: Buffer },
): Promise<void> {
  await sql`
    insert into connection (store_id, id, purpose, adapter_id, config_sealed, webhook_secret_sealed, hook_token_hash, hook_token_sealed)
    values (${row.storeId}, ${row.id}, ${row.purpose}, ${row.adapterId}, ${row.configSealed}, ${row.webhookSecretSealed},
            ${row.hookTokenHash}, ${row.hookTokenSealed})
  `.execute(tx);
}

export async function findConnectionByToken(tx: Tx, tokenHash: Buffer): Promise<ConnectionRow | null> {
  const { rows } =
    await sql<ConnectionRow>`select ${connectionColumns} from connection where hook_token_hash = ${tokenHash}`.execute(
      tx,
    );
  return rows[0] ?? null;
}

export async function findConnection(tx: Tx, storeId: StoreId, id: ConnectionId): Promise<ConnectionRow | null> {
  const { rows } = await sql<ConnectionRow>`
    select ${connectionColumns} from connection where store_id = ${storeId} and id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

export async function listConnections(tx: Tx, storeId: StoreId): Promise<readonly ConnectionRow[]> {
  const { rows } = await sql<ConnectionRow>`
    select ${connectionColumns} from connection where store_id = ${storeId} order by created_at, id`.execute(tx);
  return rows;
}

/** What the platform lent, sealed; null when there is none, or no such connection. */
export async function findLoan(tx: Tx, storeId: StoreId, id: ConnectionId): Promise<string | null> {
  const { rows } = await sql<{ sealed: string | null }>`
    select loan_sealed as sealed from connection where store_id = ${storeId} and id = ${id}`.execute(tx);
  return rows[0]?.sealed ?? null;
}

export async function keepLoan(tx: Tx, storeId: StoreId, id: ConnectionId, sealed: string): Promise<void> {
  await sql`update connection set loan_sealed = ${sealed} where store_id = ${storeId} and id = ${id}`.execute(tx);
}

/** Also ends a pause, and forgets what was lent to the configuration before. */
export async function replaceConfig(tx: Tx, storeId: StoreId, id: ConnectionId, sealed: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update connection set config_sealed = ${sealed}, loan_sealed = null, paused_reason = null, paused_at = null
    where store_id = ${storeId} and id = ${id}`.execute(tx);
  return numAffectedRows === 1n;
}

/** The secret before this one stays valid for a day, so that a rotation loses no delivery. */
export async function rotateWebhookSecret(
  tx: Tx,
  storeId: StoreId,
  id: ConnectionId,
  sealed: string,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update connection
    set previous_webhook_secret_sealed = webhook_secret_sealed, previous_secret_until = clock_now() + interval '24 hours',
        webhook_secret_sealed = ${sealed}
    where store_id = ${storeId} and id = ${id}`.execute(tx);
  return numAffectedRows === 1n;
}

/**
 * Rests a connection that the store ended, as it told then, and forgets what was lent to it. News from before it was
 * made, or given access again, are old.
 */
export async function pauseLeft(tx: Tx, storeId: StoreId, id: ConnectionId, toldAt: Instant): Promise<void> {
  await sql`
    update connection c set paused_reason = 'platform.disconnected', paused_at = clock_now(), loan_sealed = null
    where c.store_id = ${storeId} and c.id = ${id} and c.created_at <= ${toIsoString(toldAt)}::timestamptz
      and c.paused_reason is distinct from 'platform.erasing' and c.paused_reason is distinct from 'platform.erased'
      and not exists (
        select from connection_attempt a
        where a.store_id = c.store_id and a.connection_id = c.id and a.failure_code is null
          and a.done_at > ${toIsoString(toldAt)}::timestamptz)`.execute(tx);
}

/** `reason` null sets the connection to work again. */
export async function setConnectionPause(
  tx: Tx,
  storeId: StoreId,
  id: ConnectionId,
  reason: string | null,
): Promise<void> {
  await sql`
    update connection set paused_reason = ${reason}, paused_at = case when ${reason}::text is null then null else clock_now() end
    where store_id = ${storeId} and id = ${id}`.execute(tx);
}

/** Ends a pause, but not one that a platform's demand to forget everybody brought: that one's news must not come in again. */
export async function wakeConnection(tx: Tx, storeId: StoreId, id: ConnectionId): Promise<void> {
  await sql`
    update connection set paused_reason = null, paused_at = null
    where store_id = ${storeId} and id = ${id} and paused_reason not in ('platform.erasing', 'platform.erased')`.execute(
    tx,
  );
}

export async function deleteConnection(tx: Tx, storeId: StoreId, id: ConnectionId): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from connection where store_id = ${storeId} and id = ${id}`.execute(tx);
  return numAffectedRows === 1n;
}

export interface ConnectionStanding {
  readonly storeId: StoreId;
  readonly purpose: ConnectionPurpose;
  readonly pausedReason: string | null;
}

/** How all connections of all stores stand. */
export async function listConnectionStandings(tx: Tx): Promise<readonly ConnectionStanding[]> {
  const { rows } = await sql<ConnectionStanding>`
    select store_id as "storeId", purpose, paused_reason as "pausedReason" from connection`.execute(tx);
  return rows;
}
