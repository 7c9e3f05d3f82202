import { plus, type StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import { settleEffects } from '../foundation/effects/settle-effects.ts';
import type { ClaimedMail } from './claim-mails.ts';
import { uncountMessages } from './message-repository.ts';

/** Lets go of claimed mails that certainly were not sent: they are due again after the delay. */
export async function giveBack(
  database: Database,
  storeId: StoreId,
  leaseToken: string,
  mails: readonly ClaimedMail[],
  delayMs: number,
): Promise<void> {
  if (mails.length === 0) return;
  await database.withStore(storeId, async (tx, now) => {
    const dueAt = plus(now, delayMs);
    const outcomes = mails.map(({ id }) => ({ id, state: 'planned' as const, reason: 'given_back', dueAt }));
    await uncountMessages(tx, storeId, [...(await settleEffects(tx, storeId, leaseToken, outcomes))]);
  });
}
