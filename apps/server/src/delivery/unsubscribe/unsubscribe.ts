import { sql } from 'kysely';
import type { CustomerId, EffectId, StoreId } from '@regulars/core/shared';
import type { Database, Tx } from '../../foundation/database/database.ts';
import { appendEvents } from '../../foundation/events/event-log.ts';
import { planPush } from '../provider-lists/suppression-pushes.ts';
import { lockRecipients } from '../recipients.ts';
import { deleteSuppression, readSuppressions } from '../suppression-repository.ts';
import { suppress } from '../suppress.ts';

/** Whom a mail went to, as far as its unsubscribe page needs it. */
export interface LinkedRecipient {
  readonly recipientKey: string;
  readonly customerId: CustomerId | null;
  readonly locale: string;
}

export async function findLinkedRecipient(
  tx: Tx,
  storeId: StoreId,
  messageId: EffectId,
): Promise<LinkedRecipient | null> {
  const { rows } = await sql<LinkedRecipient>`
    select recipient_key as "recipientKey", customer_id as "customerId", locale from message
    where store_id = ${storeId} and id = ${messageId}`.execute(tx);
  return rows[0] ?? null;
}

/**
 * Forbids marketing to whoever got this message. When it returns, no mail is claimed for them any more. As often as one
 * likes: the first time counts.
 *
 * @returns null when there is no such message.
 */
export async function unsubscribe(
  database: Database,
  storeId: StoreId,
  messageId: EffectId,
): Promise<LinkedRecipient | null> {
  return await database.withStore(storeId, async (tx, now) => {
    const recipient = await findLinkedRecipient(tx, storeId, messageId);
    // An erased customer has no address left to write to.
    if (recipient === null || recipient.recipientKey === '') return recipient;
    const events = await suppress(tx, storeId, [
      { ...recipient, reason: 'unsubscribed', at: now, note: 'unsubscribe link' },
    ]);
    await planPush(tx, storeId, recipient.recipientKey, 'unsubscribed');
    await appendEvents(
      tx,
      storeId,
      events.map((event) => ({ ...event, data: { ...event.data, messageId } })),
    );
    return recipient;
  });
}

/** Takes an unsubscription back. What else forbids writing to them stays. */
export async function resubscribe(
  database: Database,
  storeId: StoreId,
  messageId: EffectId,
): Promise<LinkedRecipient | null> {
  return await database.withStore(storeId, async (tx, now) => {
    const recipient = await findLinkedRecipient(tx, storeId, messageId);
    if (recipient === null) return null;
    await lockRecipients(tx, storeId, [recipient.recipientKey]);
    const wasLifted = await deleteSuppression(tx, storeId, recipient.recipientKey, 'unsubscribed');
    if (wasLifted) await planPush(tx, storeId, recipient.recipientKey, 'unsubscribed');
    const { customerId } = recipient;
    if (wasLifted && customerId !== null) {
      await appendEvents(tx, storeId, [
        { customerId, kind: 'resubscribed', at: now, data: { source: 'unsubscribe link', messageId } },
      ]);
    }
    return recipient;
  });
}

export async function isUnsubscribed(tx: Tx, storeId: StoreId, recipientKey: string): Promise<boolean> {
  const suppressions = await readSuppressions(tx, storeId, [recipientKey]);
  return (suppressions.get(recipientKey) ?? []).some(({ reason }) => reason === 'unsubscribed');
}
