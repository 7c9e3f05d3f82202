import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { ConnectionId, StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/** What a shop's pages show to have carts taken: public, and good for nothing else. */
export interface Storefront {
  readonly storeId: StoreId;
  readonly connectionId: ConnectionId;
  readonly key: string;
  /** The shop whose pages may use it, e.g. `https://shop.example`. */
  readonly origin: string;
}

const columns = sql`store_id as "storeId", id as "connectionId", storefront_key as key, storefront_origin as origin`;

/** A platform connection, and the storefront that is open for it. */
export interface StorefrontStanding {
  readonly adapterId: string;
  readonly storefront: Storefront | null;
}

/** Null when there is no such platform connection. */
export async function findStorefront(
  tx: Tx,
  storeId: StoreId,
  connectionId: ConnectionId,
): Promise<StorefrontStanding | null> {
  const { rows } = await sql<Omit<Storefront, 'key'> & { key: string | null; adapterId: string }>`
    select adapter_id as "adapterId", ${columns} from connection
    where store_id = ${storeId} and id = ${connectionId} and purpose = 'platform'`.execute(tx);
  const [row] = rows;
  if (row === undefined) return null;
  const { adapterId, key, origin } = row;
  return { adapterId, storefront: key === null ? null : { storeId, connectionId, key, origin } };
}

export async function findStorefrontByKey(tx: Tx, key: string): Promise<Storefront | null> {
  const { rows } = await sql<Storefront>`
    select ${columns} from connection
    where storefront_key = ${key} and coalesce(paused_reason, '') not like 'platform.%'`.execute(tx);
  return rows[0] ?? null;
}

/** Whether the pages of any shop of the store may tell of carts. */
export async function hasStorefront(tx: Tx, storeId: StoreId): Promise<boolean> {
  const { rows } = await sql`
    select from connection
    where store_id = ${storeId} and storefront_key is not null and coalesce(paused_reason, '') not like 'platform.%'
    limit 1`.execute(tx);
  return rows.length > 0;
}

/** Opens it, or gives it a new key: the one before is good for nothing any more. */
export async function openStorefront(
  tx: Tx,
  storeId: StoreId,
  connectionId: ConnectionId,
  origin: string,
): Promise<Storefront | null> {
  const { rows } = await sql<Storefront>`
    update connection set storefront_key = ${`rsf_${randomBytes(18).toString('base64url')}`}, storefront_origin = ${origin}
    where store_id = ${storeId} and id = ${connectionId} and purpose = 'platform'
    returning ${columns}`.execute(tx);
  return rows[0] ?? null;
}

export async function closeStorefront(tx: Tx, storeId: StoreId, connectionId: ConnectionId): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update connection set storefront_key = null, storefront_origin = null
    where store_id = ${storeId} and id = ${connectionId} and purpose = 'platform'`.execute(tx);
  return numAffectedRows === 1n;
}
