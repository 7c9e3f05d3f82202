import type { Receipt, ReceiptKind } from '@regulars/adapter-contracts';
import type { SuppressionReason } from '@regulars/core/messaging';
import type { ConnectionId, StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';
import { appendEvents, type NewEvent } from '../foundation/events/event-log.ts';
import { findReceiptTargets, insertReceipts, type ReceiptTarget } from './receipt-repository.ts';
import { suppress, type SuppressionDraft } from './suppress.ts';

/** A receipt, and the account it came by. */
export interface ArrivedReceipt {
  readonly connectionId: ConnectionId;
  readonly receipt: Receipt;
}

const eventKinds: Readonly<Record<ReceiptKind, string>> = {
  delivered: 'messageDelivered',
  deferred: 'messageDeferred',
  expired: 'messageExpired',
  bounced: 'messageBounced',
  complained: 'messageComplained',
  unsubscribed: 'messageUnsubscribed',
  opened: 'messageOpened',
  clicked: 'messageClicked',
  rejected: 'messageRejected',
};

/**
 * Keeps receipts and tells what is news among them: on the customers' timelines, and whom not to write to any more.
 *
 * @returns those that speak of a message of ours.
 */
export async function applyReceipts<Arrived extends ArrivedReceipt>(
  tx: Tx,
  storeId: StoreId,
  arrived: readonly Arrived[],
): Promise<ReadonlySet<Arrived>> {
  const findTarget = await findReceiptTargets(
    tx,
    storeId,
    arrived.map(({ receipt }) => receipt),
  );
  const known = arrived.flatMap((each) => {
    const target = findTarget(each.receipt);
    return target === null ? [] : [{ arrived: each, receipt: each.receipt, target }];
  });
  const fresh = await insertReceipts(
    tx,
    storeId,
    known.map(({ arrived: { connectionId }, receipt, target }) => ({ connectionId, receipt, messageId: target.id })),
  );
  // The same receipt twice in one batch is news once.
  const isFirst = ({ receipt }: { receipt: Receipt }, index: number) =>
    known.findIndex((each) => each.receipt.externalId === receipt.externalId) === index;
  const news = known.filter((each, index) => fresh.has(each.receipt.externalId) && isFirst(each, index));
  await tell(tx, storeId, news);
  return new Set(known.map((each) => each.arrived));
}

async function tell(
  tx: Tx,
  storeId: StoreId,
  news: readonly { readonly receipt: Receipt; readonly target: ReceiptTarget }[],
): Promise<void> {
  const drafts = news.flatMap(({ receipt, target }): SuppressionDraft[] => {
    const reason = toSuppressionReason(receipt);
    return reason === null
      ? []
      : [
          {
            recipientKey: target.recipientKey,
            customerId: target.customerId,
            reason,
            at: receipt.at,
            note: 'told by the mail provider',
          },
        ];
  });
  const suppressed = await suppress(tx, storeId, drafts);
  const events = news.flatMap(({ receipt, target }): NewEvent[] => {
    if (target.customerId === null) return [];
    const { isPermanent, bounceKind, isMachine, url, detailCode } = receipt;
    const data = {
      messageId: target.id,
      templateKey: target.templateKey,
      purpose: target.purpose,
      isPermanent,
      bounceKind,
      isMachine,
      url,
      detailCode,
    };
    return [{ customerId: target.customerId, kind: eventKinds[receipt.kind], at: receipt.at, data }];
  });
  await appendEvents(tx, storeId, [...events, ...suppressed]);
}

function toSuppressionReason({ kind, isPermanent }: Receipt): SuppressionReason | null {
  if (kind === 'complained') return 'complaint';
  if (kind === 'unsubscribed') return 'unsubscribed';
  return kind === 'bounced' && isPermanent ? 'hard_bounce' : null;
}
