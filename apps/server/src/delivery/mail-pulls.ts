import { AdapterError } from '@regulars/adapter-contracts';
import {
  hourMs,
  minuteMs,
  plus,
  toIsoString,
  type ConnectionId,
  type Instant,
  type StoreId,
} from '@regulars/core/shared';
import { sql } from 'kysely';
import type { Tx } from '../foundation/database/database.ts';

/** What is read of a mail account by and by. */
export type MailPullKind = 'suppressions' | 'reports';

/** How far it has been read, and when to look again. */
export interface MailPull {
  readonly kind: MailPullKind;
  readonly connectionId: ConnectionId | null;
  readonly cursor: string | null;
  readonly nextAt: Instant;
  /** The kind of the error that kept it from being read. */
  readonly failure: string | null;
}

/** When a store is looked at again whose account has nothing to read: perhaps it has another one then. */
const idleMs = minuteMs;
/** When an account is tried again that was out of reach, and one that refuses. */
const retryMs = 15 * minuteMs;
const refusedMs = 6 * hourMs;

/** Stores to be looked at, those that never were among them. */
export async function listStoresToPull(tx: Tx, kind: MailPullKind): Promise<readonly StoreId[]> {
  const { rows } = await sql<{ id: StoreId }>`
    select s.id from unnest(current_stores()) as s (id)
    left join mail_pull p on p.store_id = s.id and p.kind = ${kind}
    where p.next_at is null or p.next_at <= clock_now()
    order by p.next_at nulls first`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Whether this account has been met before: since then it has been read, or tried. */
export async function isKnownAccount(
  tx: Tx,
  storeId: StoreId,
  kind: MailPullKind,
  connectionId: ConnectionId | null,
): Promise<boolean> {
  const { rows } = await sql`
    select from mail_pull where store_id = ${storeId} and kind = ${kind} and connection_id = ${connectionId}::uuid`.execute(
    tx,
  );
  return rows.length > 0;
}

/** Where the reading of this account stands; null before its first page. */
export async function readPullCursor(
  tx: Tx,
  storeId: StoreId,
  kind: MailPullKind,
  connectionId: ConnectionId | null,
): Promise<string | null> {
  const { rows } = await sql<{ cursor: string | null }>`
    select cursor from mail_pull
    where store_id = ${storeId} and kind = ${kind} and connection_id is not distinct from ${connectionId}::uuid`.execute(
    tx,
  );
  return rows[0]?.cursor ?? null;
}

export async function savePull(
  tx: Tx,
  storeId: StoreId,
  { kind, connectionId, cursor, nextAt, failure }: MailPull,
): Promise<void> {
  await sql`
    insert into mail_pull (store_id, kind, connection_id, cursor, next_at, failure, read_at)
    values (${storeId}, ${kind}, ${connectionId}, ${cursor}, ${toIsoString(nextAt)}::timestamptz, ${failure}, clock_now())
    on conflict (store_id, kind) do update
    set connection_id = excluded.connection_id, cursor = excluded.cursor, next_at = excluded.next_at, failure = excluded.failure,
        read_at = case when excluded.failure is null then excluded.read_at else mail_pull.read_at end`.execute(tx);
}

/** A store whose account offers nothing to read. */
export function toIdlePull(kind: MailPullKind, now: Instant): MailPull {
  return { kind, connectionId: null, cursor: null, nextAt: plus(now, idleMs), failure: null };
}

/** A reading that failed goes on at the same place: soon where the account was only out of reach, later where it is closed. */
export function toFailedPull(pull: Omit<MailPull, 'nextAt' | 'failure'>, error: unknown, now: Instant): MailPull {
  if (!(error instanceof AdapterError)) throw error;
  const delayMs = error.kind === 'unavailable' || error.kind === 'rateLimited' ? retryMs : refusedMs;
  return { ...pull, nextAt: plus(now, Math.max(delayMs, error.retryAfterMs ?? 0)), failure: error.kind };
}
