import { fail, ok, type EffectId, type Rejection, type Result, type StoreId } from '@regulars/core/shared';
import type { CheckInAnswer } from '@regulars/core/messaging';
import { fileRemark, findAnswer, type CaseId, type StandingAnswer } from '../../cases/door.ts';
import type { Database } from '../../foundation/database/database.ts';
import { appendEvents } from '../../foundation/events/event-log.ts';
import { newId } from '../../foundation/ids.ts';
import { lockRecipients } from '../recipients.ts';
import { findSpokenMessage } from '../spoken-message.ts';
import { isAnswerable } from './read-check-in.ts';

/** A customer's answer to the mail that asked how it is going. */
export interface CheckInReply {
  readonly storeId: StoreId;
  readonly messageId: EffectId;
  readonly answer: CheckInAnswer;
  /** In their own words; nothing, or blanks, for a click that says no more. */
  readonly note?: string | null;
}

export interface AnsweredCheckIn extends StandingAnswer {
  /** What the answer was before; null when this is the first. */
  readonly previousAnswer: CheckInAnswer | null;
  /** The case it went to; null when it needs nobody, or said nothing new. */
  readonly caseId: CaseId | null;
}

/**
 * Takes an answer to a check-in. The same again changes nothing; another one, or new words, is the answer from now on.
 * Once it returns, a question or a problem is somebody's to answer, and no marketing is claimed for the customer.
 *
 * @example
 * ```ts
 * await answerCheckIn({ database }, { storeId, messageId, answer: 'problem', note: 'The lid leaks.' });
 * // { ok: true, value: { answer: 'problem', words: 'The lid leaks.', previousAnswer: null, caseId: '0199…' } }
 * ```
 */
export async function answerCheckIn(
  { database }: { readonly database: Database },
  { storeId, messageId, answer, note = null }: CheckInReply,
): Promise<Result<AnsweredCheckIn, Rejection<'check_in.unknown' | 'check_in.expired'>>> {
  const words = toWords(note);
  return await database.withStore(storeId, async (tx, now) => {
    const message = await findSpokenMessage(tx, storeId, messageId);
    if (message === null) return fail({ code: 'check_in.unknown', path: '', message: 'There is no such mail.' });
    if (!isAnswerable(message, now))
      return fail({ code: 'check_in.expired', path: '', message: 'The mail is too old to be answered by a click.' });
    await lockRecipients(tx, storeId, [message.recipientKey]);
    const before = await findAnswer(tx, storeId, messageId);
    const previousAnswer = before?.answer ?? null;
    if (answer === previousAnswer && (words === null || words === before?.words))
      return ok({ answer, words: before?.words ?? null, previousAnswer, caseId: null });
    const { customerId, subject, about } = message;
    const remarkId = newId<'Remark'>();
    await appendEvents(tx, storeId, [
      {
        customerId,
        kind: 'checkInAnswered',
        at: now,
        data: { ...about, answer, previousAnswer, remarkId },
      },
    ]);
    const caseId = await fileRemark(tx, storeId, {
      id: remarkId,
      customerId,
      messageId,
      subject,
      kind: answer,
      words,
      at: now,
    });
    return ok({ answer, words, previousAnswer, caseId });
  });
}

function toWords(note: string | null): string | null {
  const words = note?.trim() ?? '';
  return words === '' ? null : words;
}
