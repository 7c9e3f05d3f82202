import { dayMs, type EffectId, type Instant, type StoreId } from '@regulars/core/shared';
import { findAnswer, type StandingAnswer } from '../../cases/door.ts';
import { readOrdersInWords } from '../../customers/door.ts';
import type { Database } from '../../foundation/database/database.ts';
import { findSpokenMessage, type SpokenMessage } from '../spoken-message.ts';

/** So long one can answer by a click; after that an answer says nothing of how it is going. */
const answerableDays = 60;

export function isAnswerable({ renderedAt }: Pick<SpokenMessage, 'renderedAt'>, now: Instant): boolean {
  return now - renderedAt <= answerableDays * dayMs;
}

/** What the answer page shows. */
export interface CheckIn {
  readonly locale: string;
  /** The first thing that was ordered; null where the mail was about no order. */
  readonly product: string | null;
  /** Null until there is one. */
  readonly standing: StandingAnswer | null;
}

/** Null when there is no such mail, or it is too old. */
export async function readCheckIn(database: Database, storeId: StoreId, messageId: EffectId): Promise<CheckIn | null> {
  return await database.withStore(storeId, async (tx, now) => {
    const message = await findSpokenMessage(tx, storeId, messageId);
    if (message === null || !isAnswerable(message, now)) return null;
    const { orderId, locale } = message;
    const order = orderId === null ? undefined : (await readOrdersInWords(tx, storeId, [orderId])).get(orderId);
    return {
      locale,
      product: order?.productNames[0] ?? null,
      standing: await findAnswer(tx, storeId, messageId),
    };
  });
}
