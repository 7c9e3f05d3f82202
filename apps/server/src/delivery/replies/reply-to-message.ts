import { fail, ok, type EffectId, type Rejection, type Result, type StoreId } from '@regulars/core/shared';
import { fileRemark, type CaseId, type RemarkId } from '../../cases/door.ts';
import type { Database } from '../../foundation/database/database.ts';
import { appendEvents } from '../../foundation/events/event-log.ts';
import { newId } from '../../foundation/ids.ts';
import { lockRecipients } from '../recipients.ts';
import { findSpokenMessage } from '../spoken-message.ts';

/** What a customer wrote back. */
export interface MessageReply {
  readonly storeId: StoreId;
  readonly messageId: EffectId;
  /** As they wrote it, without the mail they answered. */
  readonly text: string;
}

/** What became of a reply: somebody has it to answer. */
export interface FiledReply {
  readonly remarkId: RemarkId;
  readonly caseId: CaseId;
}

/**
 * Takes a customer's reply to a mail. It is somebody's to answer; until they have, the customer's sequences rest and no
 * marketing is claimed for them. Each call is a reply of its own.
 *
 * @example
 * ```ts
 * await replyToMessage({ database }, { storeId, messageId, text: 'Thanks! Does it go in the dishwasher?' });
 * // { ok: true, value: { remarkId: '0199…', caseId: '0199…' } }
 * ```
 */
export async function replyToMessage(
  { database }: { readonly database: Database },
  { storeId, messageId, text }: MessageReply,
): Promise<Result<FiledReply, Rejection<'reply.message_unknown'>>> {
  return await database.withStore(storeId, async (tx, now) => {
    const message = await findSpokenMessage(tx, storeId, messageId);
    if (message === null)
      return fail({ code: 'reply.message_unknown', path: '', message: 'There is no such mail to reply to.' });
    const { customerId, recipientKey, subject, about } = message;
    await lockRecipients(tx, storeId, [recipientKey]);
    const id = newId<'Remark'>();
    await appendEvents(tx, storeId, [
      { customerId, kind: 'messageReplied', at: now, data: { ...about, remarkId: id } },
    ]);
    const words = text.trim();
    const caseId = await fileRemark(tx, storeId, { id, customerId, messageId, subject, kind: 'reply', words, at: now });
    if (caseId === null) throw new Error('A reply went to nobody.');
    return ok({ remarkId: id, caseId });
  });
}
