import { sql } from 'kysely';
import type { OutgoingMessage } from '@regulars/adapter-contracts';
import { toIsoString, type Instant, type StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';

/** A mail in the local mailbox, as a list shows it. */
export interface MailboxSummary {
  readonly id: string;
  readonly sender: string;
  readonly recipient: string;
  readonly subject: string;
  readonly receivedAt: Instant;
  readonly readAt: Instant | null;
}

export interface MailboxMessage extends MailboxSummary {
  readonly messageId: string;
  readonly html: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

const summaryColumns = sql`id, sender, recipient, subject, received_at as "receivedAt", read_at as "readAt"`;

/** Puts a mail into the mailbox; the same message again changes nothing, as its Message-ID says that it is the same. */
export async function insertIntoMailbox(tx: Tx, storeId: StoreId, message: OutgoingMessage): Promise<void> {
  const mailbox = ({ name, address }: OutgoingMessage['from']) =>
    name === null || name === '' ? address : `${name} <${address}>`;
  const headers = {
    ...(message.replyTo === null ? {} : { 'Reply-To': mailbox(message.replyTo) }),
    ...message.headers,
    'Message-ID': `<${message.messageId}>`,
  };
  await sql`
    insert into mailbox_message (store_id, id, message_id, sender, recipient, subject, html, text, headers)
    values (${storeId}, ${message.effectId}, ${message.messageId}, ${mailbox(message.from)}, ${mailbox(message.to)}, ${message.subject},
            ${message.html}, ${message.text}, ${JSON.stringify(headers)}::jsonb)
    on conflict do nothing`.execute(tx);
}

export async function isInMailbox(tx: Tx, storeId: StoreId, messageId: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from mailbox_message where store_id = ${storeId} and message_id = ${messageId}`.execute(tx);
  return rows.length > 0;
}

/** Newest first, after the row named. */
export async function listMailbox(
  tx: Tx,
  storeId: StoreId,
  { after, limit }: { readonly after: readonly [at: Instant, id: string] | null; readonly limit: number },
): Promise<readonly MailboxSummary[]> {
  const { rows } = await sql<MailboxSummary>`
    select ${summaryColumns} from mailbox_message
    where store_id = ${storeId}
      and (${after === null} or (received_at, id) < (${after === null ? null : toIsoString(after[0])}::timestamptz, ${after?.[1] ?? null}::uuid))
    order by received_at desc, id desc
    limit ${limit}`.execute(tx);
  return rows;
}

export async function findInMailbox(tx: Tx, storeId: StoreId, id: string): Promise<MailboxMessage | null> {
  const { rows } = await sql<MailboxMessage>`
    select ${summaryColumns}, message_id as "messageId", html, text, headers from mailbox_message
    where store_id = ${storeId} and id = ${id}`.execute(tx);
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
