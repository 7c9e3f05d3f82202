import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { VerifyWebhook, WebhookRequest } from '@regulars/adapter-contracts';

/**
 * Checks `X-Shopify-Hmac-Sha256`, the base64 HMAC-SHA256 of the raw body under the app's client secret. For an hour after
 * the secret was rotated Shopify may still sign with the previous one.
 *
 * @see https://shopify.dev/docs/apps/build/webhooks/subscribe/https
 */
export const verifyWebhook: VerifyWebhook = (request, { secrets }) => {
  const signature = request.headers['x-shopify-hmac-sha256'];
  if (signature === undefined || signature === '') return { kind: 'refused', code: 'webhook.signature_missing' };
  const given = Buffer.from(signature, 'base64');
  // Every secret is tried, whichever of them fits.
  const isGenuine = secrets.map((secret) => isSignedWith(secret, request.body, given)).includes(true);
  if (!isGenuine) return { kind: 'refused', code: 'webhook.signature_invalid' };
  const topic = request.headers['x-shopify-topic'] ?? '';
  const shop = request.headers['x-shopify-shop-domain'];
  return {
    kind: 'verified',
    webhook: {
      topic,
      dedupeKey: toDedupeKey(request, topic),
      headers: shop === undefined ? {} : { 'x-shopify-shop-domain': shop },
      body: request.body,
    },
  };
};

function isSignedWith(secret: string, body: Uint8Array, given: Uint8Array): boolean {
  // Anybody can sign with an empty key.
  if (secret === '') return false;
  const expected = createHmac('sha256', secret).update(body).digest();
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/**
 * The webhook id is one delivery's, the same when it is tried again; the event id is one action's, which several topics
 * share. The signature covers the body only, so the body is in the key as well: a replay with an id made up is still
 * no other delivery's.
 */
function toDedupeKey({ headers, body }: WebhookRequest, topic: string): string {
  const digest = createHash('sha256').update(body).digest('hex');
  return `${topic}:${headers['x-shopify-webhook-id'] ?? ''}:${digest}`;
}
