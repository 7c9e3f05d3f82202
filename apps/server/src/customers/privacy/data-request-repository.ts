import { sql } from 'kysely';
import {
  toIsoString,
  type ConnectionId,
  type CustomerId,
  type Id,
  type Instant,
  type StoreId,
} from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';
import { newId } from '../../foundation/ids.ts';
import type { Notice } from '../projection/notice.ts';

export type DataRequestId = Id<'DataRequest'>;

/** Somebody who asked for what is kept about them. */
export interface DataRequest {
  readonly id: DataRequestId;
  readonly connectionId: ConnectionId;
  /** As the platform numbers it. */
  readonly requestKey: string;
  /** Null when nothing is kept: nobody is known by what the platform told. */
  readonly customerId: CustomerId | null;
  readonly askedAt: Instant;
  /** When the law wants it answered. */
  readonly dueAt: Instant;
  readonly answeredAt: Instant | null;
  readonly answeredBy: string | null;
}

const columns = sql`
  id, connection_id as "connectionId", request_key as "requestKey", customer_id as "customerId", asked_at as "askedAt",
  due_at as "dueAt", answered_at as "answeredAt", answered_by as "answeredBy"`;

/** Due in 30 days, as platforms and the law want it (Regulation (EU) 2016/679, article 12 (3): within a month). */
export async function insertDataRequest(
  tx: Tx,
  storeId: StoreId,
  { connectionId, requestKey, customerId, at }: Extract<Notice, { kind: 'dataRequested' }>,
): Promise<void> {
  await sql`
    insert into data_request (store_id, id, connection_id, request_key, customer_id, asked_at, due_at)
    values (${storeId}, ${newId()}, ${connectionId}, ${requestKey}, ${customerId}, ${toIsoString(at)}::timestamptz,
            ${toIsoString(at)}::timestamptz + interval '30 days')
    on conflict (store_id, connection_id, request_key) do nothing`.execute(tx);
}

export interface DataRequestPage {
  /** Null for both. */
  readonly isAnswered: boolean | null;
  readonly after: readonly [askedAt: number, id: string] | null;
  readonly limit: number;
}

/** Newest first. */
export async function listDataRequests(
  tx: Tx,
  storeId: StoreId,
  { isAnswered, after, limit }: DataRequestPage,
): Promise<readonly DataRequest[]> {
  const [askedAt, id] = after ?? [null, null];
  const { rows } = await sql<DataRequest>`
    select ${columns} from data_request
    where store_id = ${storeId} and (${isAnswered}::boolean is null or (answered_at is not null) = ${isAnswered})
      and (${id}::uuid is null or (asked_at, id) < (to_timestamp(${askedAt}::bigint / 1000.0), ${id}::uuid))
    order by asked_at desc, id desc limit ${limit}`.execute(tx);
  return rows;
}

/**
 * Marks a request as answered; one that is answered stays as it was.
 *
 * @returns null when there is no such request.
 */
export async function answerDataRequest(
  tx: Tx,
  storeId: StoreId,
  id: DataRequestId,
  answeredBy: string,
): Promise<DataRequest | null> {
  const { rows } = await sql<DataRequest>`
    update data_request
    set answered_by = case when answered_at is null then ${answeredBy} else answered_by end,
        answered_at = coalesce(answered_at, clock_now())
    where store_id = ${storeId} and id = ${id}
    returning ${columns}`.execute(tx);
  return rows[0] ?? null;
}

export interface OpenDataRequests {
  readonly storeId: StoreId;
  readonly count: number;
  readonly nextDueAt: Instant;
}

/** How many wait for an answer in each store of this transaction. */
export async function countOpenDataRequests(tx: Tx): Promise<readonly OpenDataRequests[]> {
  const { rows } = await sql<OpenDataRequests>`
    select store_id as "storeId", count(*) as count, min(due_at) as "nextDueAt" from data_request
    where answered_at is null and store_id = any (current_stores()) group by store_id`.execute(tx);
  return rows;
}
