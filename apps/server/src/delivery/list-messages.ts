import { sql } from 'kysely';
import {
  toIsoString,
  type CustomerId,
  type EffectId,
  type Instant,
  type SequenceId,
  type StoreId,
} from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';
import { isPlannedForEnrolledSince } from '../sequences/door.ts';

/** A mail with its verdict: what became of it, and why. */
export interface MessageVerdict {
  readonly id: EffectId;
  readonly customerId: CustomerId | null;
  readonly templateKey: string;
  readonly purpose: string;
  readonly sequenceKey: string | null;
  readonly stepId: string | null;
  /** planned · claimed · sending · accepted · rejected · skipped · cancelled · unknown · unknown_final */
  readonly state: string;
  /** Why it waits or does not go; null where there is nothing to explain. */
  readonly reason: string | null;
  readonly recipient: string | null;
  readonly subject: string | null;
  readonly attempt: number;
  readonly dueAt: Instant;
  readonly settledAt: Instant | null;
  readonly createdAt: Instant;
  /** What the provider last told: delivered, bounced, opened …; null when nothing. */
  readonly lastReceipt: string | null;
}

export interface MessageCursor {
  readonly createdAt: Instant;
  readonly id: string;
}

export interface ListMessagesOptions {
  readonly limit: number;
  readonly after?: MessageCursor | null;
  readonly states?: readonly string[] | null;
  readonly customerId?: CustomerId | null;
  /** The step of a sequence that planned it, and why it did not go. */
  readonly sequenceId?: SequenceId | null;
  readonly stepId?: string | null;
  readonly reason?: string | null;
  /** Only what was planned for those who began their sequence then or later. */
  readonly enrolledSince?: Instant | null;
}

const verdictColumns = sql`
  e.id, e.customer_id as "customerId", coalesce(e.payload->>'templateKey', '') as "templateKey", coalesce(e.payload->>'purpose', '') as purpose,
  e.payload->'enrollment'->>'sequenceKey' as "sequenceKey", e.payload->'enrollment'->>'stepId' as "stepId",
  e.state, e.reason, m.recipient, m.subject, e.attempt, e.due_at as "dueAt",
  e.settled_at as "settledAt", e.created_at as "createdAt",
  (select r.kind from message_receipt r where r.store_id = e.store_id and r.message_id = e.id order by r.at desc limit 1) as "lastReceipt"`;
const verdictTables = sql`effect e left join message m on m.store_id = e.store_id and m.id = e.id`;

/** Every mail of the store that was ever meant to go, newest first: those that were not sent as well. */
export async function listMessages(
  tx: Tx,
  storeId: StoreId,
  { limit, after, states, customerId, sequenceId, stepId, reason, enrolledSince }: ListMessagesOptions,
): Promise<readonly MessageVerdict[]> {
  const isAfter =
    after == null
      ? sql`true`
      : sql`(e.created_at, e.id) < (${toIsoString(after.createdAt)}::timestamptz, ${after.id}::uuid)`;
  const { rows } = await sql<MessageVerdict>`
    select ${verdictColumns} from ${verdictTables}
    where e.store_id = ${storeId} and e.kind = 'mail' and ${isAfter}
      and ${states == null ? sql`true` : sql`e.state = any(${states}::text[])`}
      and ${customerId == null ? sql`true` : sql`e.customer_id = ${customerId}`}
      and ${sequenceId == null ? sql`true` : sql`e.payload->'enrollment'->>'sequenceId' = ${sequenceId}`}
      and ${stepId == null ? sql`true` : sql`e.payload->'enrollment'->>'stepId' = ${stepId}`}
      and ${reason == null ? sql`true` : sql`coalesce(e.reason, 'unknown') = ${reason}`}
      and ${enrolledSince == null ? sql`true` : isPlannedForEnrolledSince(enrolledSince)}
    order by e.created_at desc, e.id desc
    limit ${limit}`.execute(tx);
  return rows;
}

/** What the provider told of a message. */
export interface MessageReceipt {
  readonly kind: string;
  readonly at: Instant;
  readonly isMachine: boolean;
  readonly detailCode: string | null;
}

/** One mail in full. The texts are null where it was never rendered. */
export interface MessageDetail extends MessageVerdict {
  readonly messageId: string | null;
  readonly html: string | null;
  readonly text: string | null;
  readonly headers: Readonly<Record<string, string>> | null;
  readonly receipts: readonly MessageReceipt[];
}

export async function findMessage(tx: Tx, storeId: StoreId, id: string): Promise<MessageDetail | null> {
  const { rows } = await sql<Omit<MessageDetail, 'receipts'>>`
    select ${verdictColumns}, m.message_id as "messageId", m.html, m.text, m.envelope->'headers' as headers
    from ${verdictTables} where e.store_id = ${storeId} and e.kind = 'mail' and e.id = ${id}`.execute(tx);
  const [row] = rows;
  return row === undefined ? null : { ...row, receipts: await listReceipts(tx, storeId, id) };
}

async function listReceipts(tx: Tx, storeId: StoreId, id: string): Promise<readonly MessageReceipt[]> {
  const { rows } = await sql<MessageReceipt>`
    select kind, at, coalesce((data->>'isMachine')::boolean, false) as "isMachine", data->>'detailCode' as "detailCode"
    from message_receipt where store_id = ${storeId} and message_id = ${id} order by at`.execute(tx);
  return rows;
}
