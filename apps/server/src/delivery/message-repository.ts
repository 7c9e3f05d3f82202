import { sql } from 'kysely';
import type { OutgoingMessage } from '@regulars/adapter-contracts';
import type { MessagePurpose } from '@regulars/core/messaging';
import {
  toIsoString,
  type ConnectionId,
  type CustomerId,
  type EffectId,
  type Instant,
  type StoreId,
} from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/** A rendered mail as it is kept: every attempt sends these bytes. */
export interface StoredMessage {
  readonly id: EffectId;
  readonly customerId: CustomerId | null;
  readonly recipientKey: string;
  readonly purpose: MessagePurpose;
  readonly templateKey: string;
  readonly templateVersion: number;
  readonly locale: string;
  readonly message: OutgoingMessage;
}

interface MessageRow extends Omit<StoredMessage, 'message'> {
  readonly messageId: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly envelope: Pick<OutgoingMessage, 'from' | 'replyTo' | 'to' | 'headers' | 'tags'>;
  readonly renderedAt: Instant;
}

/** Keeps rendered mails; each takes its place under the frequency cap at once. */
export async function insertMessages(
  tx: Tx,
  storeId: StoreId,
  connectionId: ConnectionId | null,
  messages: readonly StoredMessage[],
): Promise<void> {
  if (messages.length === 0) return;
  const envelopeOf = ({ from, replyTo, to, headers, tags }: OutgoingMessage) =>
    JSON.stringify({ from, replyTo, to, headers, tags });
  const html = pack(messages.map(({ message }) => message.html));
  const text = pack(messages.map(({ message }) => message.text));
  await sql`
    insert into message (store_id, id, customer_id, connection_id, template_key, template_version, locale, purpose, recipient,
                         recipient_key, message_id, subject, html, text, envelope, rendered_at, counts_at)
    select ${storeId}::uuid, id, customer_id, ${connectionId}::uuid, template_key, template_version, locale, purpose, recipient,
           recipient_key, message_id, subject,
           convert_from(substring(${html.bytes}::bytea from html_from for html_length), 'UTF8'),
           convert_from(substring(${text.bytes}::bytea from text_from for text_length), 'UTF8'),
           envelope::jsonb, rendered_at, rendered_at
    from unnest(
      ${messages.map(({ id }) => id)}::uuid[],
      ${messages.map(({ customerId }) => customerId)}::uuid[],
      ${messages.map(({ templateKey }) => templateKey)}::text[],
      ${messages.map(({ templateVersion }) => templateVersion)}::int[],
      ${messages.map(({ locale }) => locale)}::text[],
      ${messages.map(({ purpose }) => purpose)}::text[],
      ${messages.map(({ message }) => message.to.address)}::text[],
      ${messages.map(({ recipientKey }) => recipientKey)}::text[],
      ${messages.map(({ message }) => message.messageId)}::text[],
      ${messages.map(({ message }) => message.subject)}::text[],
      ${html.from}::int[],
      ${html.lengths}::int[],
      ${text.from}::int[],
      ${text.lengths}::int[],
      ${messages.map(({ message }) => envelopeOf(message))}::text[],
      ${messages.map(({ message }) => toIsoString(message.sentAt))}::timestamptz[]
    ) as given (id, customer_id, template_key, template_version, locale, purpose, recipient, recipient_key, message_id, subject,
                html_from, html_length, text_from, text_length, envelope, rendered_at)`.execute(tx);
}

/** Long texts as one run of bytes: writing and reading them as an array costs more than keeping them. */
function pack(texts: readonly string[]): {
  readonly bytes: Buffer;
  readonly from: readonly number[];
  readonly lengths: readonly number[];
} {
  const parts = texts.map((text) => Buffer.from(text, 'utf8'));
  const lengths = parts.map(({ length }) => length);
  let end = 1;
  return { bytes: Buffer.concat(parts), from: lengths.map((length) => (end += length) - length), lengths };
}

/** Mails rendered at an earlier attempt. */
export async function readMessages(
  tx: Tx,
  storeId: StoreId,
  ids: readonly EffectId[],
): Promise<ReadonlyMap<EffectId, StoredMessage>> {
  const { rows } = await sql<MessageRow>`
    select id, customer_id as "customerId", recipient_key as "recipientKey", purpose, template_key as "templateKey",
           template_version as "templateVersion", locale, message_id as "messageId", subject, html, text, envelope,
           rendered_at as "renderedAt"
    from message where store_id = ${storeId} and id = any(${ids}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, toStoredMessage(row)]));
}

function toStoredMessage({ messageId, subject, html, text, envelope, renderedAt, ...row }: MessageRow): StoredMessage {
  return { ...row, message: { effectId: row.id, messageId, ...envelope, subject, html, text, sentAt: renderedAt } };
}

/** Lets mails of an earlier attempt take their place under the frequency cap again, over the account they now go by. */
export async function countMessages(
  tx: Tx,
  storeId: StoreId,
  connectionId: ConnectionId | null,
  ids: readonly EffectId[],
): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update message set counts_at = clock_now(), connection_id = ${connectionId}
    where store_id = ${storeId} and id = any(${ids}::uuid[])`.execute(tx);
}

/** Gives back the places of mails that certainly have not gone. */
export async function uncountMessages(tx: Tx, storeId: StoreId, ids: readonly EffectId[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update message set counts_at = null where store_id = ${storeId} and id = any(${ids}::uuid[]) and counts_at is not null`.execute(
    tx,
  );
}

/** When marketing was or may have been sent to these recipients since an instant, by recipient. Call under `lockRecipients`. */
export async function readMarketingSentAt(
  tx: Tx,
  storeId: StoreId,
  recipientKeys: readonly string[],
  since: Instant,
): Promise<ReadonlyMap<string, readonly Instant[]>> {
  if (recipientKeys.length === 0) return new Map();
  const { rows } = await sql<{ recipientKey: string; sentAt: readonly Instant[] }>`
    select recipient_key as "recipientKey", array_agg(counts_at) as "sentAt" from message
    where store_id = ${storeId} and recipient_key = any(${recipientKeys}::text[]) and purpose = 'marketing'
      and counts_at > ${toIsoString(since)}::timestamptz
    group by recipient_key`.execute(tx);
  return new Map(rows.map(({ recipientKey, sentAt }) => [recipientKey, sentAt]));
}

/** Notes since when nobody knows whether these mails went; the first time counts. */
export async function markUnknown(tx: Tx, storeId: StoreId, ids: readonly EffectId[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update message set unknown_at = coalesce(unknown_at, clock_now()) where store_id = ${storeId} and id = any(${ids}::uuid[])`.execute(
    tx,
  );
}
