import { createHash, createHmac } from 'node:crypto';

export interface ShopifyWebhook {
  readonly hookUrl: string;
  /** E.g. `orders/updated`. */
  readonly topic: string;
  /** The resource; a string is sent as it is. */
  readonly payload: unknown;
  /** The app's client secret. */
  readonly secret: string;
  readonly domain?: string;
  /** The same for each attempt at one delivery; of the topic and the body unless told. */
  readonly webhookId?: string;
}

/** Posts a webhook as Shopify does. */
export async function deliverShopifyWebhook(
  webhook: ShopifyWebhook,
): Promise<{ readonly status: number; readonly body: string }> {
  const { headers, body } = toShopifyDelivery(webhook);
  const response = await fetch(webhook.hookUrl, { method: 'POST', headers, body });
  return { status: response.status, body: await response.text() };
}

/** What would be posted, header names in lower case. */
export function toShopifyDelivery({ topic, payload, secret, domain, webhookId }: Omit<ShopifyWebhook, 'hookUrl'>): {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
} {
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Shopify-Captain-Hook',
    'x-shopify-api-version': '2026-10',
    'x-shopify-event-id': createHash('sha256').update(body).digest('hex').slice(0, 32),
    'x-shopify-hmac-sha256': createHmac('sha256', secret).update(body).digest('base64'),
    'x-shopify-shop-domain': domain ?? 'fake-shop.myshopify.com',
    'x-shopify-topic': topic,
    'x-shopify-triggered-at': '2026-11-22T01:00:00.123456789Z',
    'x-shopify-webhook-id': webhookId ?? createHash('sha256').update(`${topic} ${body}`).digest('hex').slice(0, 32),
  };
  return { headers, body };
}
