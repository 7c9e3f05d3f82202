import { createHmac, timingSafeEqual } from 'node:crypto';
import type { VerifyWebhook } from '@regulars/adapter-contracts';
import { hourMs, secondMs } from '@regulars/core/shared';

/** Mailgun repeats a webhook for eight hours, as far as known under its first signature. */
const toleranceMs = 12 * hourMs;

interface SignedBody {
  readonly timestamp: string;
  readonly token: string;
  readonly signature: string;
  readonly event: Readonly<Record<string, unknown>>;
}

/**
 * Checks `hex(HMAC-SHA256(signing key, timestamp + token))`. The signature covers the time and the token but not the
 * event, so it proves only that the sender once held a signed pair: the secrecy of the address is the second lock.
 * @see https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks
 */
export const verifyWebhook: VerifyWebhook = (request, { secrets }, now) => {
  const signed = readSignedBody(request.body);
  if (signed === null) return { kind: 'refused', code: 'webhook.signature_missing' };
  const given = Buffer.from(signed.signature, 'utf8');
  const isSigned = secrets
    // Anybody can sign with an empty key.
    .filter((secret) => secret !== '')
    .filter((secret) => secret !== '')
    .map((secret) =>
      Buffer.from(
        createHmac('sha256', secret)
          .update(signed.timestamp + signed.token)
          .digest('hex'),
        'utf8',
      ),
    )
    .some((expected) => expected.length === given.length && timingSafeEqual(expected, given));
  if (!isSigned) return { kind: 'refused', code: 'webhook.signature_invalid' };
  const signedAt = Number(signed.timestamp) * secondMs;
  if (!(Math.abs(now - signedAt) <= toleranceMs))
    return { kind: 'refused', code: 'webhook.timestamp_out_of_tolerance' };
  const { id, event } = signed.event;
  return {
    kind: 'verified',
    webhook: {
      topic: typeof event === 'string' ? event : 'unknown',
      dedupeKey: typeof id === 'string' && id !== '' ? id : signed.token,
      headers: {},
      body: request.body,
    },
  };
};

function readSignedBody(body: Uint8Array): SignedBody | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return null;
  }
  const { signature, 'event-data': event } = toRecord(parsed);
  const { timestamp, token, signature: hex } = toRecord(signature);
  if (typeof timestamp !== 'string' || typeof token !== 'string' || typeof hex !== 'string') return null;
  return { timestamp, token, signature: hex, event: toRecord(event) };
}

function toRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
