import { createHmac, randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { WebhookRequest } from '@regulars/adapter-contracts';

/** An order as a real WooCommerce 11.0.1 store sent it, on 22 November 2026; our own invented customer. */
const recording = new URL('./recorded-order.json', import.meta.url);

interface RecordedOrder {
  id: number;
  number: string;
  order_key: string;
  billing: { email: string };
  [field: string]: unknown;
}

/**
 * The recorded order as if it were placed now: a fresh number, today's dates, everything else as recorded; signed with
 * the connection's secret as WooCommerce signs.
 */
export async function createRecordedWebhook(
  secret: string,
  nowMs: number,
  email: string | null,
): Promise<WebhookRequest> {
  const recorded = JSON.parse(await readFile(recording, 'utf8')) as RecordedOrder;
  const id = randomInt(100_000, 2_000_000_000);
  const at = new Date(nowMs).toISOString().slice(0, 19);
  const dates = Object.fromEntries(
    ['date_created', 'date_modified', 'date_paid'].flatMap((field) => [
      [field, at],
      [`${field}_gmt`, at],
    ]),
  );
  // The recorded customer has an account, and the account says who it is: anybody else orders as a guest.
  const customer = email === null ? {} : { customer_id: 0, billing: { ...recorded.billing, email } };
  const order = { ...recorded, ...dates, ...customer, id, number: String(id) };
  const body = Buffer.from(JSON.stringify(order));
  return {
    headers: {
      'content-type': 'application/json',
      'x-wc-webhook-topic': 'order.created',
      'x-wc-webhook-resource': 'order',
      'x-wc-webhook-event': 'created',
      'x-wc-webhook-id': '1',
      'x-wc-webhook-delivery-id': String(id),
      'x-wc-webhook-signature': createHmac('sha256', secret).update(body).digest('base64'),
    },
    body,
  };
}
