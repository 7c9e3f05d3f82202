import { sql } from 'kysely';
import type { ConnectionId, Id, Instant, StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';

export type AttemptId = Id<'ConnectionAttempt'>;

/** A merchant who was sent to their platform to allow us. */
export interface Attempt {
  readonly storeId: StoreId;
  readonly id: AttemptId;
  readonly adapterId: string;
  /** The connection that is given access again, or that was made; null until then. */
  readonly connectionId: ConnectionId | null;
  readonly browserHash: Buffer;
  readonly settingsSealed: string | null;
  readonly callbackSealed: string | null;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
  readonly doneAt: Instant | null;
  readonly failureCode: string | null;
  readonly failureMessage: string | null;
  readonly warnings: readonly string[];
}

const columns = sql`
  store_id as "storeId", id, adapter_id as "adapterId", connection_id as "connectionId", browser_hash as "browserHash",
  settings_sealed as "settingsSealed", callback_sealed as "callbackSealed", expires_at as "expiresAt", used_at as "usedAt",
  done_at as "doneAt", failure_code as "failureCode", failure_message as "failureMessage", warnings`;

export interface NewAttempt {
  readonly storeId: StoreId;
  readonly id: AttemptId;
  readonly adapterId: string;
  readonly begunBy: string;
  readonly connectionId: ConnectionId | null;
  readonly stateHash: Buffer;
  readonly browserHash: Buffer;
  readonly settingsSealed: string;
}

/**
 * Writes an attempt that holds for a quarter of an hour, and forgets those of the store that are a day old.
 *
 * @returns when it ends.
 */
export async function insertAttempt(tx: Tx, attempt: NewAttempt): Promise<Instant> {
  await sql`
    delete from connection_attempt
    where store_id = ${attempt.storeId} and expires_at < clock_now() - interval '1 day'`.execute(tx);
  const { rows } = await sql<{ expiresAt: Instant }>`
    insert into connection_attempt (store_id, id, adapter_id, begun_by, connection_id, state_hash, browser_hash, settings_sealed, expires_at)
    values (${attempt.storeId}, ${attempt.id}, ${attempt.adapterId}, ${attempt.begunBy}, ${attempt.connectionId},
            ${attempt.stateHash}, ${attempt.browserHash}, ${attempt.settingsSealed}, clock_now() + interval '15 minutes')
    returning expires_at as "expiresAt"`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('An attempt vanished as it was written.');
  return row.expiresAt;
}

export async function findAttempt(tx: Tx, storeId: StoreId, id: AttemptId): Promise<Attempt | null> {
  const { rows } = await sql<Attempt>`
    select ${columns} from connection_attempt where store_id = ${storeId} and id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

export async function findAttemptByState(tx: Tx, stateHash: Buffer): Promise<Attempt | null> {
  const { rows } =
    await sql<Attempt>`select ${columns} from connection_attempt where state_hash = ${stateHash}`.execute(tx);
  return rows[0] ?? null;
}

/** Only one of those who come back with the same state is let through. */
export async function useAttempt(tx: Tx, { storeId, id }: Attempt): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update connection_attempt set used_at = clock_now()
    where store_id = ${storeId} and id = ${id} and used_at is null`.execute(tx);
  return numAffectedRows === 1n;
}

/** @returns false when the attempt was used or has ended meanwhile. */
export async function keepCallback(tx: Tx, { storeId, id }: Attempt, sealed: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update connection_attempt set callback_sealed = ${sealed}
    where store_id = ${storeId} and id = ${id} and used_at is null and expires_at > clock_now()`.execute(tx);
  return numAffectedRows === 1n;
}

/** How an attempt ended. */
export type AttemptEnd =
  | { readonly connectionId: ConnectionId; readonly warnings: readonly string[] }
  | { readonly failureCode: string; readonly failureMessage: string | null };

/** Writes how it ended, and forgets what was typed in and posted. */
export async function endAttempt(tx: Tx, { storeId, id }: Attempt, end: AttemptEnd): Promise<void> {
  const values =
    'connectionId' in end
      ? sql`connection_id = ${end.connectionId}, warnings = ${[...end.warnings]}::text[]`
      : sql`failure_code = ${end.failureCode}, failure_message = ${end.failureMessage}`;
  await sql`
    update connection_attempt set ${values}, done_at = clock_now(), settings_sealed = null, callback_sealed = null
    where store_id = ${storeId} and id = ${id}`.execute(tx);
}
