import { sql } from 'kysely';
import type { CheckInAnswer } from '@regulars/core/messaging';
import type { EffectId, StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/** What was answered to a check-in, as it stands. */
export interface StandingAnswer {
  readonly answer: CheckInAnswer;
  readonly words: string | null;
}

/** The last answer to this mail; null when there was none. A reply is no answer. */
export async function findAnswer(tx: Tx, storeId: StoreId, messageId: EffectId): Promise<StandingAnswer | null> {
  const { rows } = await sql<StandingAnswer>`
    select kind as answer, words from remark
    where store_id = ${storeId} and message_id = ${messageId} and kind <> 'reply'
    order by at desc, id desc limit 1`.execute(tx);
  return rows[0] ?? null;
}
