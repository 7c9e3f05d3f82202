import { createHash, createHmac } from 'node:crypto';

export interface BigCommerceWebhook {
  readonly hookUrl: string;
  /** E.g. `store/order/updated`. */
  readonly scope: string;
  /** What the event names, e.g. `{ type: 'order', id: 100 }`; a string is sent as the whole body. */
  readonly data: unknown;
  /** The API account's client secret; null for a delivery that is not signed, which BigCommerce makes, too. */
  readonly secret: string | null;
  readonly storeHash?: string;
  /** Seconds since the epoch. */
  readonly sentAtS?: number;
  /** Those that were registered with the webhook. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Posts a webhook as BigCommerce does. */
export async function deliverBigCommerceWebhook(
  webhook: BigCommerceWebhook,
): Promise<{ readonly status: number; readonly body: string }> {
  const { headers, body } = toBigCommerceDelivery(webhook);
  const response = await fetch(webhook.hookUrl, { method: 'POST', headers, body });
  return { status: response.status, body: await response.text() };
}

/** What would be posted, header names in lower case. */
export function toBigCommerceDelivery({
  scope,
  data,
  secret,
  storeHash = 'abc123',
  sentAtS = Math.floor(Date.now() / 1_000),
  headers = {},
}: Omit<BigCommerceWebhook, 'hookUrl'>): { readonly headers: Readonly<Record<string, string>>; readonly body: string } {
  const body = typeof data === 'string' ? data : toBody(scope, data, storeHash, sentAtS);
  return { headers: { 'content-type': 'application/json', ...headers, ...sign(body, secret, sentAtS) }, body };
}

function toBody(scope: string, data: unknown, storeHash: string, sentAtS: number): string {
  const hash = createHash('sha1')
    .update(JSON.stringify([scope, data, sentAtS]))
    .digest('hex');
  const producer = `stores/${storeHash}`;
  return JSON.stringify({ scope, store_id: '1025646', data, hash, created_at: sentAtS, producer });
}

function sign(body: string, secret: string | null, sentAtS: number): Readonly<Record<string, string>> {
  if (secret === null) return {};
  const id = `msg_${createHash('sha256').update(body).digest('hex').slice(0, 24)}`;
  const signature = createHmac('sha256', secret).update(`${id}.${sentAtS}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(sentAtS), 'webhook-signature': `v1,${signature}` };
}
