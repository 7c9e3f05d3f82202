import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { VerifyWebhook, WebhookRequest } from '@regulars/adapter-contracts';
import { minuteMs, secondMs } from '@regulars/core/shared';
import { toWebhookKey, webhookKeyHeader } from './webhook-key.ts';

/** How far the signed time may be from ours, both ways. */
const toleranceMs = 5 * minuteMs;

/**
 * Checks `webhook-signature`: `v1,` and the base64 HMAC-SHA256 of `id.timestamp.body` under the bytes of the client secret.
 * Not every delivery is signed. One that is not must bear the key that was registered with its webhook; one that is signed
 * wrongly is refused whatever else it bears.
 *
 * @see https://www.standardwebhooks.com
 */
export const verifyWebhook: VerifyWebhook = (request, { secrets }, now) => {
  // Anybody can sign with an empty key.
  const usable = secrets.filter((secret) => secret !== '');
  const signature = request.headers['webhook-signature'] ?? '';
  if (signature === '') {
    const key = request.headers[webhookKeyHeader] ?? '';
    if (key === '') return { kind: 'refused', code: 'webhook.signature_missing' };
    const isGenuine = usable.map((secret) => isEqual(toWebhookKey(secret), key)).includes(true);
    return isGenuine
      ? verified(request, createHash('sha256').update(request.body).digest('hex'))
      : { kind: 'refused', code: 'webhook.signature_invalid' };
  }
  const id = request.headers['webhook-id'] ?? '';
  const timestamp = request.headers['webhook-timestamp'] ?? '';
  const given = signature.split(' ').filter((each) => each.startsWith('v1,'));
  const expected = usable.map((secret) => sign(secret, id, timestamp, request.body));
  // Every secret is tried against every signature, whichever of them fits.
  const isGenuine = expected.flatMap((right) => given.map((each) => isEqual(right, each))).includes(true);
  if (!isGenuine || !/^\d{1,12}$/.test(timestamp)) return { kind: 'refused', code: 'webhook.signature_invalid' };
  if (Math.abs(Number(timestamp) * secondMs - now) > toleranceMs)
    return { kind: 'refused', code: 'webhook.timestamp_out_of_tolerance' };
  return verified(request, id);
};

function sign(secret: string, id: string, timestamp: string, body: Uint8Array): string {
  const text = createHmac('sha256', secret).update(`${id}.${timestamp}.`).update(body);
  return `v1,${text.digest('base64')}`;
}

function isEqual(right: string, given: string): boolean {
  const [one, other] = [Buffer.from(right), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Of a signed delivery its id is signed, too; an unsigned one is known by its bytes, in which the second is told. */
function verified({ body }: WebhookRequest, deliveryId: string): ReturnType<VerifyWebhook> {
  const topic = readScope(body);
  return { kind: 'verified', webhook: { topic, dedupeKey: `${topic}:${deliveryId}`, headers: {}, body } };
}

/** No header tells it. */
function readScope(body: Uint8Array): string {
  try {
    const read = JSON.parse(new TextDecoder().decode(body)) as { readonly scope?: unknown } | null;
    return typeof read?.scope === 'string' ? read.scope : '';
  } catch {
    return '';
  }
}
