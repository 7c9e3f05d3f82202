import { findForbidding, type SuppressionReason } from '@regulars/core/messaging';
import type { StoreId } from '@regulars/core/shared';
import type { Database, Tx } from '../foundation/database/database.ts';
import { markSending } from '../foundation/effects/claim-effects.ts';
import { settleEffects } from '../foundation/effects/settle-effects.ts';
import { appendEvents } from '../foundation/events/event-log.ts';
import type { ClaimedMail } from './claim-mails.ts';
import { uncountMessages } from './message-repository.ts';
import { readSuppressions } from './suppression-repository.ts';

/**
 * Marks claimed mails as being sent, just before they are; those that were forbidden since the claim are skipped.
 *
 * @returns the mails that may go now; what another worker has taken over is not among them.
 */
export async function markMails(
  database: Database,
  storeId: StoreId,
  leaseToken: string,
  mails: readonly ClaimedMail[],
): Promise<readonly ClaimedMail[]> {
  return await database.withStore(storeId, async (tx, now) => {
    const forbidden = await findForbidden(tx, storeId, mails);
    const skips = [...forbidden].map(([{ id }, reason]) => ({ id, state: 'skipped' as const, reason }));
    const skipped = await settleEffects(tx, storeId, leaseToken, skips);
    await uncountMessages(tx, storeId, [...skipped]);
    const events = [...forbidden].flatMap(([{ id, customerId, about }, reason]) =>
      skipped.has(id) ? [{ customerId, kind: 'messageSkipped', at: now, data: { ...about, reason } }] : [],
    );
    await appendEvents(tx, storeId, events);
    const allowed = mails.filter((mail) => !forbidden.has(mail));
    const ids = allowed.map(({ id }) => id);
    const held = await markSending(tx, storeId, leaseToken, ids);
    return allowed.filter(({ id }) => held.has(id));
  });
}

async function findForbidden(
  tx: Tx,
  storeId: StoreId,
  mails: readonly ClaimedMail[],
): Promise<ReadonlyMap<ClaimedMail, SuppressionReason>> {
  const keys = [...new Set(mails.map(({ stored }) => stored.recipientKey))];
  const suppressions = await readSuppressions(tx, storeId, keys);
  return new Map(
    mails.flatMap((mail) => {
      const found = findForbidding(suppressions.get(mail.stored.recipientKey) ?? [], mail.stored.purpose);
      return found === null ? [] : [[mail, found.reason] as const];
    }),
  );
}
