import type { WebhookRequest } from '@regulars/adapter-contracts';
import type { StoreId } from '@regulars/core/shared';
import { fail, ok, type Rejection, type Result } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import type { Sealer } from '../foundation/secrets/seal.ts';
import type { Acceptance } from '../intake/accept-webhook.ts';
import { openConnection, openHookToken } from '../stores/connections.ts';
import { listConnections } from '../stores/repository.ts';
import { createRecordedWebhook } from './recorded-webhook.ts';

export interface SendRecordedOrderDeps {
  readonly database: Database;
  readonly sealer: Sealer;
  /** Where the webhook goes: intake itself, or the server over HTTP. */
  readonly deliver: (hookToken: string, request: WebhookRequest) => Promise<Acceptance>;
}

/**
 * Sends a real recorded WooCommerce order, placed now, through the store's own webhook address: signed, verified, kept
 * and handled like any other.
 *
 * @param email another customer than the recorded one; null keeps her.
 */
export async function sendRecordedOrder(
  { database, sealer, deliver }: SendRecordedOrderDeps,
  storeId: StoreId,
  email: string | null,
): Promise<Result<{ readonly acceptance: Acceptance }, Rejection>> {
  const { row, nowMs } = await database.withStore(storeId, async (tx, now) => {
    const rows = await listConnections(tx, storeId);
    return { row: rows.find(({ adapterId }) => adapterId === 'woocommerce'), nowMs: now };
  });
  const secret = row === undefined ? undefined : openConnection(sealer, row).webhookSecrets[0];
  if (row === undefined || secret === undefined) {
    return fail({
      code: 'recorded_order.no_connection',
      path: '',
      message: 'The recorded order is from WooCommerce: connect the store to WooCommerce first.',
    });
  }
  const request = await createRecordedWebhook(secret, nowMs, email);
  return ok({ acceptance: await deliver(openHookToken(sealer, row), request) });
}
