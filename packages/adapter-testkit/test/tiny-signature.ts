import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { VerifyWebhook } from '@regulars/adapter-contracts';
import { secondMs, type Instant } from '@regulars/core/shared';
import type { WebhookHarness, WebhookSample } from '../src/conformance/webhook-harness.ts';

const toleranceMs = 300 * secondMs;

function toSignature(secret: string, timestamp: string, body: Uint8Array): Buffer {
  return createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest();
}

/** A scheme as plain as one can be: hex HMAC over timestamp and body. */
export const verifyTiny: VerifyWebhook = ({ headers, body }, { secrets }, now) => {
  const { 'x-tiny-signature': signature, 'x-tiny-timestamp': timestamp, 'x-tiny-topic': topic } = headers;
  if (!signature || !timestamp || !topic) return { kind: 'refused', code: 'webhook.signature_missing' };
  const given = Buffer.from(signature, 'hex');
  const isGenuine = secrets.some((secret) => {
    const expected = toSignature(secret, timestamp, body);
    return secret !== '' && given.length === expected.length && timingSafeEqual(given, expected);
  });
  if (!isGenuine) return { kind: 'refused', code: 'webhook.signature_invalid' };
  if (!(Math.abs(now - Number(timestamp)) <= toleranceMs))
    return { kind: 'refused', code: 'webhook.timestamp_out_of_tolerance' };
  const dedupeKey = createHash('sha256').update(body).digest('hex');
  return { kind: 'verified', webhook: { topic, dedupeKey, headers: {}, body } };
};

export function tinyWebhooks(samples: WebhookHarness['samples'], now: Instant): WebhookHarness {
  return {
    secrets: ['current-secret', 'previous-secret'],
    now,
    sign: (sample: WebhookSample, secret, at) => {
      const body = Buffer.from(sample.body);
      const timestamp = String(at);
      return {
        headers: {
          'x-tiny-topic': sample.topic,
          'x-tiny-timestamp': timestamp,
          'x-tiny-signature': toSignature(secret, timestamp, body).toString('hex'),
        },
        body,
      };
    },
    signatureCovers: 'body',
    toleranceMs,
    samples,
  };
}
