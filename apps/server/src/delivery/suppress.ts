import type { SuppressionReason } from '@regulars/core/messaging';
import type { CustomerId, Instant, StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';
import type { NewEvent } from '../foundation/events/event-log.ts';
import { lockRecipients } from './recipients.ts';
import { insertSuppressions } from './suppression-repository.ts';

export interface SuppressionDraft {
  readonly recipientKey: string;
  /** On whose timeline it stands; null when the address is no customer's. */
  readonly customerId: CustomerId | null;
  readonly reason: SuppressionReason;
  readonly at: Instant;
  readonly note: string | null;
}

/** Forbids writing to these recipients, from the commit on. Answers the events of those that were not forbidden before. */
export async function suppress(
  tx: Tx,
  storeId: StoreId,
  drafts: readonly SuppressionDraft[],
): Promise<readonly NewEvent[]> {
  if (drafts.length === 0) return [];
  await lockRecipients(
    tx,
    storeId,
    drafts.map(({ recipientKey }) => recipientKey),
  );
  const inserted = await insertSuppressions(tx, storeId, drafts);
  return inserted.flatMap(({ recipientKey, reason }): NewEvent[] => {
    const draft = drafts.find((each) => each.recipientKey === recipientKey && each.reason === reason);
    if (draft?.customerId == null) return [];
    const kind = reason === 'unsubscribed' ? 'unsubscribed' : 'suppressed';
    return [{ customerId: draft.customerId, kind, at: draft.at, data: { reason, source: draft.note } }];
  });
}
