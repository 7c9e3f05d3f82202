import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { VerifyWebhook, WebhookRequest } from '@regulars/adapter-contracts';
import { decodeEntities } from './decode-entities.ts';

/**
 * Checks `X-WC-Webhook-Signature`, the base64 HMAC-SHA256 of the raw body.
 *
 * WooCommerce decodes HTML entities in a secret before it signs, so `a&amp;b` signs as `a&b`; both are tried.
 *
 * @see https://github.com/woocommerce/woocommerce/blob/trunk/plugins/woocommerce/includes/class-wc-webhook.php
 */
export const verifyWebhook: VerifyWebhook = (request, { secrets }) => {
  if (isPing(request)) return { kind: 'ping' };
  const signature = request.headers['x-wc-webhook-signature'];
  if (signature === undefined || signature === '') return { kind: 'refused', code: 'webhook.signature_missing' };
  const given = Buffer.from(signature, 'base64');
  const keys = new Set(secrets.flatMap((secret) => [secret, decodeEntities(secret)]));
  const isGenuine = [...keys].map((key) => isSignedWith(key, request.body, given)).includes(true);
  if (!isGenuine) return { kind: 'refused', code: 'webhook.signature_invalid' };
  const topic = request.headers['x-wc-webhook-topic'] ?? '';
  return {
    kind: 'verified',
    webhook: { topic, dedupeKey: toDedupeKey(request, topic), headers: {}, body: request.body },
  };
};

/** On creation WooCommerce posts `webhook_id=1` as a form, unsigned and without any header of its own. */
function isPing({ headers, body }: WebhookRequest): boolean {
  if (Object.keys(headers).some((name) => name.startsWith('x-wc-webhook-'))) return false;
  if (body.length > 40 || headers['content-type']?.startsWith('application/x-www-form-urlencoded') !== true)
    return false;
  return /^webhook_id=\d+$/.test(new TextDecoder().decode(body));
}

function isSignedWith(key: string, body: Uint8Array, given: Uint8Array): boolean {
  // Anybody can sign with an empty key.
  if (key === '') return false;
  const expected = createHmac('sha256', key).update(body).digest();
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/**
 * The delivery id hashes webhook and second, so different orders share one and it must not be trusted alone. It is needed
 * all the same where the body is just `{"id":20}`: deleting, restoring and deleting again are three deliveries.
 */
function toDedupeKey({ headers, body }: WebhookRequest, topic: string): string {
  const resourceId = /^\s*\{\s*"id"\s*:\s*(\d+)/.exec(new TextDecoder().decode(body.subarray(0, 64)))?.[1] ?? '';
  const digest = createHash('sha256').update(body).digest('hex');
  const delivery = topic.endsWith('.deleted') ? `:${headers['x-wc-webhook-delivery-id'] ?? ''}` : '';
  return `${topic}:${resourceId}:${digest}${delivery}`;
}
