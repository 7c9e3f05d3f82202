import { createHash, createHmac } from 'node:crypto';
import { toPhpJson } from './php-json.ts';

export interface WooWebhook {
  readonly hookUrl: string;
  /** E.g. `order.updated`. */
  readonly topic: string;
  /** The resource, written as PHP writes JSON; a string is sent as it is. */
  readonly payload: unknown;
  readonly secret: string;
  readonly webhookId?: number;
  /** The hash of webhook and second unless told: deliveries of the same second share it, as they really do. */
  readonly deliveryId?: string;
}

export interface HookAnswer {
  readonly status: number;
  readonly body: string;
}

/** Posts a webhook with the headers and the signature of WooCommerce 11. */
export async function deliverWebhook(webhook: WooWebhook): Promise<HookAnswer> {
  const { headers, body } = toDelivery(webhook);
  return post(webhook.hookUrl, headers, body);
}

/** The unsigned form a store posts when a webhook is created. */
export async function deliverPing(hookUrl: string, webhookId: number): Promise<HookAnswer> {
  return post(hookUrl, { 'content-type': 'application/x-www-form-urlencoded' }, `webhook_id=${webhookId}`);
}

/** What would be posted, header names in lower case. */
export function toDelivery({ topic, payload, secret, webhookId = 1, deliveryId }: WooWebhook): {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
} {
  const body = typeof payload === 'string' ? payload : toPhpJson(payload);
  const [resource = '', event = ''] = topic.split('.');
  const second = Math.floor(Date.now() / 1000);
  const headers = {
    'content-type': 'application/json',
    'x-wc-webhook-source': 'https://shop.example.com/',
    'x-wc-webhook-topic': topic,
    'x-wc-webhook-resource': resource,
    'x-wc-webhook-event': event,
    'x-wc-webhook-signature': createHmac('sha256', secret).update(body).digest('base64'),
    'x-wc-webhook-id': String(webhookId),
    'x-wc-webhook-delivery-id': deliveryId ?? createHash('md5').update(`${webhookId}${second}`).digest('hex'),
  };
  return { headers, body };
}

async function post(hookUrl: string, headers: Readonly<Record<string, string>>, body: string): Promise<HookAnswer> {
  const response = await fetch(hookUrl, {
    method: 'POST',
    headers: { 'user-agent': 'WooCommerce/11.0.1 Hookshot (WordPress/7.0.4)', ...headers },
    body,
    redirect: 'manual',
  });
  return { status: response.status, body: await response.text() };
}
