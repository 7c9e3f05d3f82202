import type { PlatformEvent, WebhookRequest } from '@regulars/adapter-contracts';
import type { Order, Product } from '@regulars/core/commerce';
import { deliveryHeader, signatureHeader, signBody } from './demo-shop.ts';

/** An order's state as the demo shop tells it, signed; the same state told again is the same delivery. */
export function toOrderWebhook(secret: string, order: Order): WebhookRequest {
  return sign(secret, { kind: 'orderUpserted', order }, `order.updated:${order.externalId}:${order.updatedAt}`);
}

export function toProductWebhook(secret: string, product: Product): WebhookRequest {
  return sign(
    secret,
    { kind: 'productUpserted', product },
    `product.updated:${product.externalId}:${product.updatedAt}`,
  );
}

function sign(secret: string, event: PlatformEvent, delivery: string): WebhookRequest {
  const body = Buffer.from(JSON.stringify(event));
  return { headers: { [signatureHeader]: signBody(secret, body), [deliveryHeader]: delivery }, body };
}
