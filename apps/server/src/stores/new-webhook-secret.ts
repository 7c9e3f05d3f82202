import { randomBytes } from 'node:crypto';

/** In the form of Standard Webhooks, and of nothing but letters and digits: WooCommerce changes others before it signs. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('hex')}`;
}
