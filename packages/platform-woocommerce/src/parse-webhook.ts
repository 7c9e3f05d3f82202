import { toRejection, type ParseWebhook, type PlatformEvent } from '@regulars/adapter-contracts';
import { fail, ok, parseCurrency, type Result } from '@regulars/core/shared';
import { z } from 'zod';
import type { WooCommerceConfig } from './config.ts';
import { isDraft } from './order-status.ts';
import type { WooCommerceRejection } from './rejection.ts';
import { isErased, toCustomer, wireCustomer } from './to-customer.ts';
import { isAnonymized, toOrder } from './to-order.ts';
import { toProduct, wireProduct } from './to-product.ts';
import { id } from './wire.ts';
import { wireOrder } from './wire-order.ts';

type Parsed = Result<readonly PlatformEvent[], WooCommerceRejection>;

/** Reads a webhook. `created`, `updated` and `restored` are the same: each carries the whole resource as it is now. */
export const parseWebhook: ParseWebhook<PlatformEvent, WooCommerceConfig> = (webhook, config): Parsed => {
  const body = parseJson(webhook.body);
  if (body === null) {
    return fail({
      code: 'woocommerce.not_json',
      path: '',
      message: 'The body is no JSON object; it may have been cut off.',
    });
  }
  if (isErrorBody(body)) {
    const message =
      "The store sent an error in place of the resource: it was gone, or the webhook's owner may no longer see it.";
    return fail({ code: 'woocommerce.error_body', path: '', message });
  }
  const [resource = '', event = ''] = webhook.topic.split('.');
  if (resource === 'coupon' || webhook.topic.startsWith('action.')) return ignore('topic.unused');
  if (event === 'deleted') return parseDeletion(resource, body);
  if (resource === 'order') return parseOrder(body, config);
  if (resource === 'customer') return parseCustomer(body, config);
  if (resource === 'product') return parseProduct(body, config);
  return ignore('topic.unknown');
};

function parseOrder(body: object, config: WooCommerceConfig): Parsed {
  // A draft may lack what an order has, so it is told apart before anything else is asked of it.
  if ('status' in body && typeof body.status === 'string' && isDraft(body.status)) return ignore('order.draft');
  const read = wireOrder.safeParse(body);
  if (!read.success) return fail(toRejection('woocommerce.invalid', read.error));
  const currency = parseCurrency(read.data.currency);
  if (currency === null) {
    return fail({
      code: 'woocommerce.unknown_currency',
      path: '/currency',
      message: 'Must be a currency of ISO 4217, such as EUR.',
    });
  }
  const order = toOrder(read.data, currency, config);
  const upserted = { kind: 'orderUpserted', order } as const;
  if (!isAnonymized(read.data)) return ok([upserted]);
  // First the erasure, while the order as it is known still names its customer; then the order without one.
  return ok([{ kind: 'orderAnonymized', externalId: order.externalId, updatedAt: order.updatedAt }, upserted]);
}

function parseCustomer(body: object, config: WooCommerceConfig): Parsed {
  const read = wireCustomer.safeParse(body);
  if (!read.success) return fail(toRejection('woocommerce.invalid', read.error));
  const customer = toCustomer(read.data, config.consentMetaKey);
  if (isErased(customer.email)) return ok([{ kind: 'customerErased', externalId: customer.externalId, email: null }]);
  return ok([{ kind: 'customerUpserted', customer }]);
}

function parseProduct(body: object, config: WooCommerceConfig): Parsed {
  const read = wireProduct.safeParse(body);
  if (!read.success) return fail(toRejection('woocommerce.invalid', read.error));
  // A variation comes as product.updated, without categories: taken for a product it would stand beside its parent.
  if (read.data.type === 'variation') return ignore('product.variation');
  if (read.data.status === 'auto-draft' || read.data.status === 'trash') return ignore('product.draft');
  return ok([{ kind: 'productUpserted', product: toProduct(read.data, config) }]);
}

/** Only `{"id":20}`, and the number may be another resource's: trashing a coupon fires `product.deleted` as well. */
function parseDeletion(resource: string, body: object): Parsed {
  const read = z.object({ id }).safeParse(body);
  if (!read.success) return fail(toRejection('woocommerce.invalid', read.error));
  const externalId = String(read.data.id);
  if (resource === 'order') return ok([{ kind: 'orderDeleted', externalId }]);
  if (resource === 'customer') return ok([{ kind: 'customerDeleted', externalId }]);
  if (resource === 'product') return ok([{ kind: 'productDeleted', externalId }]);
  return ignore('topic.unknown');
}

function ignore(reason: string): Parsed {
  return ok([{ kind: 'ignored', reason }]);
}

function isErrorBody(body: object): boolean {
  return !('id' in body) && 'code' in body && typeof body.code === 'string' && 'message' in body;
}

function parseJson(bytes: Uint8Array): object | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
