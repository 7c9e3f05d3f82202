import { sql } from 'kysely';
import type { OutgoingMessage } from '@regulars/adapter-contracts';
import { toIsoString, type CustomerId, type Instant, type StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';

/** A mail in the local mailbox, as a list shows it. */
export interface MailboxSummary {
  readonly id: string;
  readonly sender: string;
  readonly recipient: string;
  readonly subject: string;
  readonly receivedAt: Instant;
  readonly readAt: Instant | null;
  /** Null where the mail is none of ours any more: its customer was erased. */
  readonly templateKey: string | null;
  readonly customerId: CustomerId | null;
}

export interface MailboxFilter {
  readonly templateKey: string | null;
  readonly customerId: CustomerId | null;
}

export interface MailboxMessage extends MailboxSummary {
  readonly messageId: string;
  readonly html: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

const summaryColumns = sql`
  b.id, b.sender, b.recipient, b.subject, b.received_at as "receivedAt", b.read_at as "readAt",
  m.template_key as "templateKey", m.customer_id as "customerId"`;
const summaryTables = sql`mailbox_message b left join message m on m.store_id = b.store_id and m.id = b.id`;

/** Puts mails into the mailbox; the same message again changes nothing, as its Message-ID says that it is the same. */
export async function insertIntoMailbox(tx: Tx, storeId: StoreId, messages: readonly OutgoingMessage[]): Promise<void> {
  await sql`
    insert into mailbox_message (store_id, id, message_id, sender, recipient, subject, html, text, headers)
    select ${storeId}::uuid, id, message_id, sender, recipient, subject, html, text, headers::jsonb
    from unnest(
      ${messages.map(({ effectId }) => effectId)}::uuid[],
      ${messages.map(({ messageId }) => messageId)}::text[],
      ${messages.map(({ from }) => toMailbox(from))}::text[],
      ${messages.map(({ to }) => toMailbox(to))}::text[],
      ${messages.map(({ subject }) => subject)}::text[],
      ${messages.map(({ html }) => html)}::text[],
      ${messages.map(({ text }) => text)}::text[],
      ${messages.map((message) => JSON.stringify(toHeaders(message)))}::text[]
    ) as given (id, message_id, sender, recipient, subject, html, text, headers)
    on conflict do nothing`.execute(tx);
}

function toMailbox({ name, address }: OutgoingMessage['from']): string {
  return name === null || name === '' ? address : `${name} <${address}>`;
}

function toHeaders({ replyTo, headers, messageId }: OutgoingMessage): Readonly<Record<string, string>> {
  return {
    ...(replyTo === null ? {} : { 'Reply-To': toMailbox(replyTo) }),
    ...headers,
    'Message-ID': `<${messageId}>`,
  };
}

export async function isInMailbox(tx: Tx, storeId: StoreId, messageId: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from mailbox_message where store_id = ${storeId} and message_id = ${messageId}`.execute(tx);
  return rows.length > 0;
}

const everything: MailboxFilter = { templateKey: null, customerId: null };

/** Newest first, after the row named. */
export async function listMailbox(
  tx: Tx,
  storeId: StoreId,
  page: {
    readonly filter?: MailboxFilter;
    readonly after: readonly [at: Instant, id: string] | null;
    readonly limit: number;
  },
): Promise<readonly MailboxSummary[]> {
  const { filter: { templateKey, customerId } = everything, after, limit } = page;
  const { rows } = await sql<MailboxSummary>`
    select ${summaryColumns} from ${summaryTables}
    where b.store_id = ${storeId}
      and (${templateKey}::text is null or m.template_key = ${templateKey})
      and (${customerId}::uuid is null or m.customer_id = ${customerId}::uuid)
      and (${after === null} or (b.received_at, b.id) < (${after === null ? null : toIsoString(after[0])}::timestamptz, ${after?.[1] ?? null}::uuid))
    order by b.received_at desc, b.id desc
    limit ${limit}`.execute(tx);
  return rows;
}

export async function findInMailbox(tx: Tx, storeId: StoreId, id: string): Promise<MailboxMessage | null> {
  const { rows } = await sql<MailboxMessage>`
    select ${summaryColumns}, b.message_id as "messageId", b.html, b.text, b.headers from ${summaryTables}
    where b.store_id = ${storeId} and b.id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

export async function countUnread(tx: Tx, storeId: StoreId): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from mailbox_message where store_id = ${storeId} and read_at is null`.execute(tx);
  return rows[0]?.count ?? 0;
}

export async function markRead(tx: Tx, storeId: StoreId, id: string, isRead: boolean): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update mailbox_message set read_at = case when ${isRead} then coalesce(read_at, clock_now()) end
    where store_id = ${storeId} and id = ${id}`.execute(tx);
  return numAffectedRows === 1n;
}
