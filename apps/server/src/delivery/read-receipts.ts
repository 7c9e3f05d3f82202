import type { Receipt } from '@regulars/adapter-contracts';
import type { StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import { claimDeliveries, settleDeliveries, type Delivery, type DeliveryOutcome } from '../intake/door.ts';
import type { AdapterRegistry, Directory } from '../stores/door.ts';
import { applyReceipts } from './apply-receipts.ts';

export interface ReadReceiptsDeps {
  readonly database: Database;
  readonly directory: Directory;
  readonly adapters: AdapterRegistry;
}

const batchSize = 200;

/** Reads one batch of a store's receipts: what became of its messages, and whom not to write to any more. */
export async function readReceipts(deps: ReadReceiptsDeps, storeId: StoreId): Promise<number> {
  return await deps.database.withStore(storeId, async (tx) => {
    const deliveries = await claimDeliveries(tx, storeId, batchSize, 'mail');
    if (deliveries.length === 0) return 0;
    const read = await Promise.all(deliveries.map((delivery) => readDelivery(deps, storeId, delivery)));
    const arrived = read.flatMap(({ delivery, receipts }) =>
      receipts.map((receipt) => ({ connectionId: delivery.connectionId, receipt, deliveryId: delivery.id })),
    );
    const spoken = new Set([...(await applyReceipts(tx, storeId, arrived))].map(({ deliveryId }) => deliveryId));
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
