import { sql } from 'kysely';
import { toIsoString, type ConnectionId, type Instant, type StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/** A delivery as the dashboard shows it. */
export interface DeliveryRecord {
  readonly id: string;
  readonly connectionId: ConnectionId;
  readonly adapterId: string;
  readonly topic: string;
  /** As in the table; `put_aside` for poison that a person has put aside. */
  readonly state: string;
  readonly reason: string | null;
  readonly path: string | null;
  readonly message: string | null;
  readonly attempt: number;
  readonly receivedAt: Instant;
  readonly settledAt: Instant | null;
  readonly putAsideAt: Instant | null;
  readonly bytes: number;
}

/** The columns of a `DeliveryRecord`. */
export const recordColumns = sql`
  id, connection_id as "connectionId", adapter_id as "adapterId", topic,
  case when put_aside_at is null then state else 'put_aside' end as state, reason, path, message, attempt,
  received_at as "receivedAt", settled_at as "settledAt", put_aside_at as "putAsideAt", octet_length(body) as bytes`;

export interface DeliveryQuery {
  readonly state: string | null;
  /** Where the page before ended. */
  readonly before: { readonly receivedAt: Instant; readonly id: string } | null;
  readonly limit: number;
}

export async function listDeliveries(
  tx: Tx,
  storeId: StoreId,
  { state, before, limit }: DeliveryQuery,
): Promise<readonly DeliveryRecord[]> {
  const { rows } = await sql<DeliveryRecord>`
    select ${recordColumns} from delivery
    where store_id = ${storeId} and ${inState(state)}
      and (${before === null} or (received_at, id) < (${before === null ? null : toIsoString(before.receivedAt)}::timestamptz, ${before?.id ?? null}::uuid))
    order by received_at desc, id desc limit ${limit}`.execute(tx);
  return rows;
}

/** Spelled out for each state, so that the index of poison serves. */
function inState(state: string | null) {
  if (state === null) return sql`true`;
  if (state === 'poison') return sql`state = 'poison' and put_aside_at is null`;
  if (state === 'put_aside') return sql`state = 'poison' and put_aside_at is not null`;
  return sql`state = ${state}`;
}

export async function findDelivery(tx: Tx, storeId: StoreId, id: string): Promise<DeliveryRecord | null> {
  const { rows } = await sql<DeliveryRecord>`
    select ${recordColumns} from delivery where store_id = ${storeId} and id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

/** Lets poison be tried again, e.g. after a fix; all of the store's that was not put aside when `id` is null. */
export async function replayPoison(tx: Tx, storeId: StoreId, id: string | null): Promise<number> {
  const { numAffectedRows } = await sql`
    update delivery
    set state = 'received', reason = null, path = null, message = null, attempt = 0, due_at = clock_now(), settled_at = null,
        put_aside_at = null
    where store_id = ${storeId} and state = 'poison' and octet_length(body) > 0
      and ${id === null ? sql`put_aside_at is null` : sql`id = ${id}`}`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** Drops what was handled, or put aside, longer ago than it is kept; other poison stays until a person has decided. */
export async function purgeDeliveries(tx: Tx, storeId: StoreId, keepDays: number, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from delivery where (store_id, id) in (
      select store_id, id from delivery d where d.store_id = ${storeId} and ${isOutlived(keepDays)} limit ${limit})`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0n);
}

/** Of `delivery d`. What was put aside came before it was: the index of what came serves both. */
export function isOutlived(keepDays: number) {
  const end = sql`clock_now() - make_interval(days => ${keepDays})`;
  return sql`d.received_at < ${end} and (d.state in ('processed', 'ignored') or d.put_aside_at < ${end})`;
}
