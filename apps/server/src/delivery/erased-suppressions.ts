import { sql } from 'kysely';
import type { CustomerId, StoreId } from '@regulars/core/shared';
import { hashEmailKey, listErasedHashes } from '../customers/door.ts';
import type { Tx } from '../foundation/database/database.ts';

/** By what a suppression is known once the person was erased: it goes on to forbid, and names nobody. */
export function toErasedKey(storeId: StoreId, recipientKey: string): string {
  return `erased:${hashEmailKey(storeId, recipientKey)}`;
}

/** As `hashEmailKey`, in SQL. */
const hashOf = (storeId: StoreId) =>
  sql`encode(sha256(convert_to(${`${storeId}|email|`}::text || recipient_key, 'UTF8')), 'hex')`;

/** Takes erased customers' addresses out of what forbids writing to them; that it is forbidden stays. */
export async function hashSuppressions(tx: Tx, storeId: StoreId, customerIds: readonly CustomerId[]): Promise<void> {
  const hashes = await listErasedHashes(tx, storeId, customerIds);
  if (hashes.length === 0) return;
  await sql`
    with named as (
      delete from suppression where store_id = ${storeId} and ${hashOf(storeId)} = any(${hashes}::text[])
      returning recipient_key, reason, scope, at
    )
    insert into suppression (store_id, recipient_key, reason, scope, at)
    select ${storeId}::uuid, 'erased:' || ${hashOf(storeId)}, reason, scope, at from named
    on conflict (store_id, recipient_key, reason) do nothing`.execute(tx);
  await sql`
    delete from suppression_push where store_id = ${storeId} and ${hashOf(storeId)} = any(${hashes}::text[])`.execute(
    tx,
  );
}
