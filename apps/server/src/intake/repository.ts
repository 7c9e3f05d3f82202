import { sql } from 'kysely';
import { toIsoString, type ConnectionId, type Instant, type StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/** A delivery as the dashboard shows it. */
export interface DeliveryRecord {
  readonly id: string;
  readonly connectionId: ConnectionId;
  readonly adapterId: string;
  readonly topic: string;
  readonly state: string;
  readonly reason: string | null;
  readonly path: string | null;
  readonly message: string | null;
  readonly attempt: number;
  readonly receivedAt: Instant;
  readonly settledAt: Instant | null;
  readonly bytes: number;
}

const recordColumns = sql`
  id, connection_id as "connectionId", adapter_id as "adapterId", topic, state, reason, path, message, attempt,
  received_at as "receivedAt", settled_at as "settledAt", octet_length(body) as bytes`;

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
    where store_id = ${storeId} and (${state}::text is null or state = ${state}) 
      and (${before === null} or (received_at, id) < (${before === null ? null : toIsoString(before.receivedAt)}::timestamptz, ${before?.id ?? null}::uuid))
    order by received_at desc, id desc limit ${limit}`.execute(tx);
  return rows;
}

export async function findDelivery(
  tx: Tx,
  storeId: StoreId,
  id: string,
): Promise<(DeliveryRecord & { readonly body: Uint8Array }) | null> {
  const { rows } = await sql<DeliveryRecord & { body: Uint8Array }>`
    select ${recordColumns}, body from delivery where store_id = ${storeId} and id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

/** Lets poison be tried again, e.g. after a fix; all of the store's when `id` is null. */
export async function replayPoison(tx: Tx, storeId: StoreId, id: string | null): Promise<number> {
  const { numAffectedRows } = await sql`
    update delivery
    set state = 'received', reason = null, path = null, message = null, attempt = 0, due_at = clock_now(), settled_at = null
    where store_id = ${storeId} and state = 'poison' and octet_length(body) > 0 and (${id}::uuid is null or id = ${id}::uuid)`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0n);
}

/** Drops what was handled longer ago than it is kept; poison stays until a person has decided. */
export async function purgeDeliveries(tx: Tx, storeId: StoreId, keepDays: number, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from delivery where (store_id, id) in (
      select store_id, id from delivery
      where store_id = ${storeId} and received_at < clock_now() - make_interval(days => ${keepDays}) and state in ('processed', 'ignored')
      limit ${limit})`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}
