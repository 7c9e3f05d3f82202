import { sql } from 'kysely';
import type { Instant, StoreId } from '@regulars/core/shared';

import type { Tx } from '../foundation/database/database.ts';
import type { Principal } from '../foundation/http/index.ts';

export interface ApiKeyRow {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly string[];
  readonly storeId: StoreId | null;
  readonly expiresAt: Instant | null;
  readonly lastUsedAt: Instant | null;
  readonly createdAt: Instant;
}

const columns = sql.raw(
  'id, name, prefix, scopes, store_id as "storeId", expires_at as "expiresAt", last_used_at as "lastUsedAt", created_at as "createdAt"',
);

/** The key with this hash while it is in force. Notes its use, once a minute at most. */
export async function useApiKey(tx: Tx, keyHash: Buffer): Promise<ApiKeyRow | null> {
  const { rows } = await sql<ApiKeyRow>`
    with used as (
      select * from api_key
      where key_hash = ${keyHash} and revoked_at is null and (expires_at is null or expires_at > clock_now())
    ), noted as (
      update api_key set last_used_at = clock_now()
      where id in (select id from used) and (last_used_at is null or last_used_at < clock_now() - interval '1 minute')
    )
    select ${columns} from used`.execute(tx);
  return rows[0] ?? null;
}

export interface NewApiKey extends Pick<ApiKeyRow, 'id' | 'name' | 'prefix' | 'scopes' | 'storeId' | 'expiresAt'> {
  readonly keyHash: Buffer;
  /** Null: whoever sits at the machine. */
  readonly maker: Pick<Principal, 'kind' | 'id'> | null;
}

export async function insertApiKey(tx: Tx, key: NewApiKey): Promise<ApiKeyRow> {
  const makerId =
    key.maker?.kind === 'apiKey'
      ? sql`(select maker_id from api_key where id = ${key.maker.id})`
      : sql`${key.maker?.id ?? null}`;
  const expiresAt = key.expiresAt === null ? null : new Date(key.expiresAt);
  const { rows } = await sql<ApiKeyRow>`
    insert into api_key (id, name, prefix, key_hash, scopes, store_id, expires_at, maker_id)
    values (${key.id}, ${key.name}, ${key.prefix}, ${key.keyHash}, ${key.scopes}, ${key.storeId}, ${expiresAt}, ${makerId})
    returning ${columns}`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('The API key was not inserted.');
  return row;
}

/** Keys in force or expired, newest first; revoked ones are gone for good. `storeIds` null means every store. */
export async function listApiKeys(tx: Tx, storeIds: readonly string[] | null): Promise<readonly ApiKeyRow[]> {
  const { rows } = await sql<ApiKeyRow>`
    select ${columns} from api_key
    where revoked_at is null and (${storeIds}::uuid[] is null or store_id = any (${storeIds}::uuid[]))
    order by created_at desc, id desc limit 500`.execute(tx);
  return rows;
}

/** Ends the keys a person made, and those these made: whoever is taken out keeps no way in. */
export async function revokeKeysOf(tx: Tx, makerId: string): Promise<void> {
  await sql`update api_key set revoked_at = clock_now() where maker_id = ${makerId} and revoked_at is null`.execute(tx);
}

/** Whether there was such a key to revoke. */
export async function revokeApiKey(tx: Tx, id: string, storeIds: readonly string[] | null): Promise<boolean> {
  const { rows } = await sql`
    update api_key set revoked_at = clock_now()
    where id = ${id} and revoked_at is null and (${storeIds}::uuid[] is null or store_id = any (${storeIds}::uuid[]))
    returning id`.execute(tx);
  return rows.length > 0;
}
