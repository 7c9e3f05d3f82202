import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';

const recorded = JSON.parse(
  readFileSync(new URL('../../apps/server/src/first-store/recorded-order.json', import.meta.url), 'utf8'),
) as { billing: object; [field: string]: unknown };

/** The recorded WooCommerce order, made another one: another id, another customer for every third order. */
export function createOrderBodies(count: number, firstId: number): Buffer[] {
  return Array.from({ length: count }, (_, index) => {
    const id = firstId + index;
    const email = `customer-${Math.floor(id / 3)}@example.test`;
    return Buffer.from(
      JSON.stringify({ ...recorded, id, number: String(id), customer_id: 0, billing: { ...recorded.billing, email } }),
    );
  });
}

/** A whole signed webhook request, as WooCommerce sends it. */
export function toWebhookRequest(body: Buffer, path: string, secret: string): Buffer {
  const signature = createHmac('sha256', secret).update(body).digest('base64');
  const head = [
    `POST ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
    'X-WC-Webhook-Topic: order.created',
    'X-WC-Webhook-Resource: order',
    'X-WC-Webhook-Event: created',
    'X-WC-Webhook-ID: 1',
    `X-WC-Webhook-Signature: ${signature}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]);
}
