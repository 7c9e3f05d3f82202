import { createHmac } from 'node:crypto';

/** The header that is registered with each webhook and comes back with each delivery, signed or not. */
export const webhookKeyHeader = 'x-regulars-key';

/** Its value: derived from the secret, so that it is known wherever the secret is, and the secret is not told by it. */
export function toWebhookKey(secret: string): string {
  return createHmac('sha256', secret).update('regulars webhook key').digest('base64url');
}
