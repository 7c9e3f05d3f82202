import { sql } from 'kysely';
import type { Tx } from '../../foundation/database/database.ts';
import { toJsonInstant } from './changed-rows.ts';
import { toPair, type World } from './world.ts';

/** Remembers what was deleted and who was erased. */
export async function saveMarks(tx: Tx, world: World): Promise<void> {
  await saveTombstones(tx, world);
  await saveErased(tx, world);
}

async function saveTombstones(tx: Tx, world: World): Promise<void> {
  const keys = [...world.changed.tombstones];
  if (keys.length === 0) return;
  const { connectionIds, externalIds } = toPair(keys.map((key) => key.slice(key.indexOf('|') + 1)));
  await sql`
    insert into tombstone (store_id, kind, connection_id, external_id, deleted_at)
    select ${world.storeId}::uuid, * from unnest(
      ${keys.map((key) => key.slice(0, key.indexOf('|')))}::text[], ${connectionIds}::uuid[], ${externalIds}::text[],
      ${keys.map((key) => toJsonInstant(world.tombstones.get(key) ?? null))}::timestamptz[])
    on conflict (store_id, connection_id, kind, external_id) do update set deleted_at = excluded.deleted_at
  `.execute(tx);
}

async function saveErased(tx: Tx, world: World): Promise<void> {
  const entries = [...world.changed.erased].flatMap((hash) => {
    const entry = world.erased.get(hash);
    return entry === undefined ? [] : [{ hash, ...entry }];
  });
  if (entries.length === 0) return;
  await sql`
    insert into erased_identity (store_id, identity_hash, customer_id, erased_at)
    select ${world.storeId}::uuid, decode(hash, 'hex'), customer_id, erased_at from unnest(
      ${entries.map(({ hash }) => hash)}::text[], ${entries.map(({ customerId }) => customerId)}::uuid[],
      ${entries.map(({ erasedAt }) => toJsonInstant(erasedAt))}::timestamptz[]) as e (hash, customer_id, erased_at)
    on conflict (store_id, identity_hash) do update set customer_id = excluded.customer_id, erased_at = excluded.erased_at
  `.execute(tx);
}
