import { toRejection, type PlatformEvent } from '@regulars/adapter-contracts';
import { fail, ok, parseCurrency, type Result } from '@regulars/core/shared';
import type { WooCommerceConfig } from './config.ts';
import { isDraft } from './order-status.ts';
import type { WooCommerceRejection } from './rejection.ts';
import { isErased, toCustomer, wireCustomer } from './to-customer.ts';
import { isAnonymized, toOrder } from './to-order.ts';
import { toProduct, wireProduct } from './to-product.ts';
import { wireOrder } from './wire-order.ts';

export type Parsed = Result<readonly PlatformEvent[], WooCommerceRejection>;

/** An order as `wc/v3` tells it, by webhook or in a list. */
export function parseOrder(body: object, config: WooCommerceConfig): Parsed {
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

export function parseCustomer(body: object, config: WooCommerceConfig): Parsed {
  const read = wireCustomer.safeParse(body);
  if (!read.success) return fail(toRejection('woocommerce.invalid', read.error));
  const customer = toCustomer(read.data, config.consentMetaKey);
  if (isErased(customer.email)) return ok([{ kind: 'customerErased', externalId: customer.externalId, email: null }]);
  return ok([{ kind: 'customerUpserted', customer }]);
}

export function parseProduct(body: object, config: WooCommerceConfig): Parsed {
  const read = wireProduct.safeParse(body);
  if (!read.success) return fail(toRejection('woocommerce.invalid', read.error));
  // A variation comes as product.updated, without categories: taken for a product it would stand beside its parent.
  if (read.data.type === 'variation') return ignore('product.variation');
  if (read.data.status === 'auto-draft' || read.data.status === 'trash') return ignore('product.draft');
  return ok([{ kind: 'productUpserted', product: toProduct(read.data, config) }]);
}

export function ignore(reason: string): Parsed {
  return ok([{ kind: 'ignored', reason }]);
}
