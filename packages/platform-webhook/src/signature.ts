import { createHmac } from 'node:crypto';

const prefix = 'whsec_';

/** The key in a secret: base64 after `whsec_`, else the text itself. Null for an empty one, which anybody could sign with. */
function toKey(secret: string): Buffer | null {
  const key = secret.startsWith(prefix)
    ? Buffer.from(secret.slice(prefix.length), 'base64')
    : Buffer.from(secret, 'utf8');
  return key.length === 0 ? null : key;
}

/**
 * The HMAC-SHA256 of Standard Webhooks over `id.timestamp.body`; null when the secret is empty.
 *
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function toSignature(secret: string, id: string, timestamp: string, body: Uint8Array): Buffer | null {
  const key = toKey(secret);
  return key === null ? null : createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
}

/**
 * The three headers that sign a body.
 *
 * @param timestampS - seconds since the epoch.
 * @throws RangeError when the secret is empty.
 */
export function toSignedHeaders(secret: string, id: string, timestampS: number, body: string): Record<string, string> {
  const signature = toSignature(secret, id, String(timestampS), Buffer.from(body, 'utf8'));
  if (signature === null) throw new RangeError('An empty secret signs nothing.');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestampS),
    'webhook-signature': `v1,${signature.toString('base64')}`,
  };
}
