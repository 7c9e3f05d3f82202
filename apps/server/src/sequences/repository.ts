import { sql } from 'kysely';
import type { Instant, SequenceId, StoreId } from '@regulars/core/shared';
import type { SequenceDefinition } from '@regulars/core/sequences';
import type { Tx } from '../foundation/database/database.ts';
import type { Sequence, SequenceStatus } from './sequence.ts';

const columns = sql`
  q.id, q.key, q.name, q.state as status, q.live_version as "liveVersion", q.created_at as "createdAt", q.updated_at as "updatedAt",
  (select max(v.version) from sequence_version v where v.store_id = q.store_id and v.sequence_id = q.id) as "latestVersion"`;

/** All sequences of the store, by key. */
export async function listAllSequences(tx: Tx, storeId: StoreId): Promise<readonly Sequence[]> {
  const { rows } =
    await sql<Sequence>`select ${columns} from sequence q where q.store_id = ${storeId} order by q.key`.execute(tx);
  return rows;
}

export async function findSequence(tx: Tx, storeId: StoreId, id: SequenceId): Promise<Sequence | null> {
  const { rows } =
    await sql<Sequence>`select ${columns} from sequence q where q.store_id = ${storeId} and q.id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

/** Keeps others from changing this sequence until the transaction ends. */
export async function lockSequence(tx: Tx, storeId: StoreId, id: SequenceId): Promise<Sequence | null> {
  await sql`select from sequence where store_id = ${storeId} and id = ${id} for update`.execute(tx);
  return findSequence(tx, storeId, id);
}

/** @returns false when the key is taken. */
export async function insertSequence(
  tx: Tx,
  storeId: StoreId,
  sequence: { readonly id: SequenceId; readonly definition: SequenceDefinition; readonly status: 'draft' | 'live' },
): Promise<boolean> {
  const { id, definition, status } = sequence;
  const { rows } = await sql`
    insert into sequence (store_id, id, key, name, state, live_version)
    values (${storeId}, ${id}, ${definition.key}, ${definition.name}, ${status}, ${status === 'live' ? 1 : null}::integer)
    on conflict (store_id, key) do nothing
    returning id
  `.execute(tx);
  if (rows.length === 0) return false;
  await insertVersion(tx, storeId, id, 1, definition);
  return true;
}

export async function insertVersion(
  tx: Tx,
  storeId: StoreId,
  id: SequenceId,
  version: number,
  definition: SequenceDefinition,
): Promise<void> {
  await sql`
    insert into sequence_version (store_id, sequence_id, version, definition)
    values (${storeId}, ${id}, ${version}, ${JSON.stringify(definition)}::jsonb)
  `.execute(tx);
}

export async function setStatus(
  tx: Tx,
  storeId: StoreId,
  id: SequenceId,
  change: { readonly status: SequenceStatus; readonly liveVersion: number | null; readonly name: string },
): Promise<void> {
  await sql`
    update sequence set state = ${change.status}, live_version = ${change.liveVersion}::integer, name = ${change.name}, updated_at = clock_now()
    where store_id = ${storeId} and id = ${id}
  `.execute(tx);
}

export async function findVersion(
  tx: Tx,
  storeId: StoreId,
  id: SequenceId,
  version: number,
): Promise<SequenceDefinition | null> {
  const { rows } = await sql<{ definition: SequenceDefinition }>`
    select definition from sequence_version where store_id = ${storeId} and sequence_id = ${id} and version = ${version}
  `.execute(tx);
  return rows[0]?.definition ?? null;
}

/** Every version of a sequence, by its number. */
export async function readDefinitions(
  tx: Tx,
  storeId: StoreId,
  id: SequenceId,
): Promise<ReadonlyMap<number, SequenceDefinition>> {
  const { rows } = await sql<{ version: number; definition: SequenceDefinition }>`
    select version, definition from sequence_version where store_id = ${storeId} and sequence_id = ${id}
  `.execute(tx);
  return new Map(rows.map(({ version, definition }) => [version, definition]));
}

export interface SequenceVersion {
  readonly version: number;
  readonly definition: SequenceDefinition;
  readonly createdAt: Instant;
}

/** The newest first. */
export async function listVersions(
  tx: Tx,
  storeId: StoreId,
  id: SequenceId,
  beforeVersion: number | null,
  limit: number,
): Promise<readonly SequenceVersion[]> {
  const { rows } = await sql<SequenceVersion>`
    select version, definition, created_at as "createdAt" from sequence_version
    where store_id = ${storeId} and sequence_id = ${id} and (${beforeVersion}::integer is null or version < ${beforeVersion}::integer)
    order by version desc
    limit ${limit}
  `.execute(tx);
  return rows;
}
