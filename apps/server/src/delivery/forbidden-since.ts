import { findForbidding, type SuppressionReason } from '@regulars/core/messaging';
import type { StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';
import type { ClaimedMail } from './claim-mails.ts';
import { readSuppressions } from './suppression-repository.ts';

/** Those of claimed mails that were forbidden after the claim, while they waited for their turn. */
export async function forbiddenSince(
  tx: Tx,
  storeId: StoreId,
  mails: readonly ClaimedMail[],
): Promise<readonly { readonly mail: ClaimedMail; readonly reason: SuppressionReason }[]> {
  const suppressions = await readSuppressions(tx, storeId, [
    ...new Set(mails.map(({ stored }) => stored.recipientKey)),
  ]);
  return mails.flatMap((mail) => {
    const found = findForbidding(suppressions.get(mail.stored.recipientKey) ?? [], mail.stored.purpose);
    return found === null ? [] : [{ mail, reason: found.reason }];
  });
}
