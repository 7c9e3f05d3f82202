import type { Receipt, ReceiptKind } from '@regulars/adapter-contracts';
import type { SuppressionReason } from '@regulars/core/messaging';
import type { StoreId } from '@regulars/core/shared';
import type { Database, Tx } from '../foundation/database/database.ts';
import { appendEvents, type NewEvent } from '../foundation/events/event-log.ts';
import { claimDeliveries, settleDeliveries, type Delivery, type DeliveryOutcome } from '../intake/door.ts';
import type { AdapterRegistry, Directory } from '../stores/door.ts';
import { findReceiptTargets, insertReceipts, type ReceiptTarget } from './receipt-repository.ts';
import { suppress, type SuppressionDraft } from './suppress.ts';

export interface ReadReceiptsDeps {
  readonly database: Database;
  readonly directory: Directory;
  readonly adapters: AdapterRegistry;
}

const batchSize = 200;

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

/** Reads one batch of a store's receipts: what became of its messages, and whom not to write to any more. */
export async function readReceipts(deps: ReadReceiptsDeps, storeId: StoreId): Promise<number> {
  return await deps.database.withStore(storeId, async (tx) => {
    const deliveries = await claimDeliveries(tx, storeId, batchSize, 'mail');
    if (deliveries.length === 0) return 0;
    const read = await Promise.all(deliveries.map((delivery) => readDelivery(deps, storeId, delivery)));
    const findTarget = await findReceiptTargets(
      tx,
      storeId,
      read.flatMap(({ receipts }) => receipts),
    );
    const known = read.flatMap(({ delivery, receipts }) =>
      receipts.flatMap((receipt) => {
        const target = findTarget(receipt);
        return target === null ? [] : [{ connectionId: delivery.connectionId, delivery, receipt, target }];
      }),
    );
    const fresh = await insertReceipts(
      tx,
      storeId,
      known.map(({ target, ...each }) => ({ ...each, messageId: target.id })),
    );
    // The same receipt twice in one batch is news once.
    const isFirst = ({ receipt }: { receipt: Receipt }, index: number) =>
      known.findIndex((each) => each.receipt.externalId === receipt.externalId) === index;
    const news = known.filter((each, index) => fresh.has(each.receipt.externalId) && isFirst(each, index));
    await tell(tx, storeId, news);
    const spoken = new Set(known.map(({ delivery }) => delivery.id));
    await settleDeliveries(
      tx,
      storeId,
      read.map(({ delivery, outcome }) => outcome ?? toSettled(delivery.id, spoken.has(delivery.id))),
    );
    return deliveries.length;
  });
}

/** The receipts in a delivery, or why it holds none. */
async function readDelivery(
  { directory, adapters }: ReadReceiptsDeps,
  storeId: StoreId,
  delivery: Delivery,
): Promise<{
  readonly delivery: Delivery;
  readonly receipts: readonly Receipt[];
  readonly outcome: DeliveryOutcome | null;
}> {
  const poison = (reason: string, message: string, path = '') => ({
    delivery,
    receipts: [],
    outcome: { id: delivery.id, state: 'poison' as const, reason, path, message },
  });
  const receipts = adapters.findMailAdapter(delivery.adapterId)?.receipts ?? null;
  const connection = await directory.findConnection(storeId, delivery.connectionId);
  if (receipts === null || connection === null)
    return poison('receipt.no_reader', 'The mail account this came from is gone, or its adapter is not installed.');
  const { topic, headers, body } = delivery;
  const parsed = tryParse(() => receipts.parseWebhook({ topic, headers, body }, connection.config));
  if (parsed === null)
    return poison('receipt.reader_failed', 'The mail account’s adapter broke off while reading this.');
  if (!parsed.ok) return poison(parsed.failure.code, parsed.failure.message, parsed.failure.path);
  return { delivery, receipts: parsed.value, outcome: null };
}

/** Null when the adapter broke its promise and threw: one receipt at fault holds up no other. */
function tryParse<Parsed>(parse: () => Parsed): Parsed | null {
  try {
    return parse();
  } catch {
    return null;
  }
}

function toSettled(id: string, isOurs: boolean): DeliveryOutcome {
  return isOurs
    ? { id, state: 'processed', reason: null }
    : { id, state: 'ignored', reason: 'receipt.message_unknown' };
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
