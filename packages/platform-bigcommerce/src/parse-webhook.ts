import {
  toRejection,
  type ParseWebhook,
  type PlatformEvent,
  type ResourceReference,
} from '@regulars/adapter-contracts';
import { fail, ok, type Result } from '@regulars/core/shared';
import type { z } from 'zod';
import type { BigCommerceConfig } from './config.ts';
import type { BigCommerceRejection } from './rejection.ts';
import { wireDelivery, type WireDelivery } from './wire/wire-delivery.ts';

type Parsed = Result<readonly PlatformEvent[], BigCommerceRejection>;

/** Reads a webhook, which tells what to look at and not what is to be seen there. */
export const parseWebhook: ParseWebhook<PlatformEvent, BigCommerceConfig> = (webhook, config): Parsed => {
  const body = parseObject(webhook.body);
  if (body === null) {
    const message = 'The body is no JSON object; it may have been cut off.';
    return fail({ code: 'bigcommerce.not_json', path: '', message });
  }
  const read = wireDelivery.safeParse(body);
  if (!read.success) return invalid(read.error);
  const { producer, scope, data } = read.data;
  if (producer !== null && producer !== `stores/${config.storeHash}`) {
    const message = 'The delivery is of another store; its webhooks come to the wrong address.';
    return fail({ code: 'bigcommerce.other_store', path: '/producer', message });
  }
  return (parsers.get(scope) ?? ignoring('topic.unused'))(data);
};

type Parser = (data: WireDelivery['data']) => Parsed;

const parsers: ReadonlyMap<string, Parser> = new Map<string, Parser>([
  ...['created', 'updated', 'archived', 'statusUpdated', 'refund/created'].map(
    (event) =>
      [`store/order/${event}`, (data) => changed('order', data.id)] as const satisfies readonly [string, Parser],
  ),
  ...['created', 'updated'].map(
    (event) =>
      [
        `store/order/transaction/${event}`,
        (data) => changed('order', data.order_id, '/data/order_id'),
      ] as const satisfies readonly [string, Parser],
  ),
  ['store/customer/created', (data) => changed('customer', data.id)],
  ['store/customer/updated', (data) => changed('customer', data.id)],
  ['store/customer/deleted', (data) => deleted('customerDeleted', data.id)],
  // The customer's own `updated` does not come for these.
  ...['created', 'updated', 'deleted'].map(
    (event) =>
      [
        `store/customer/address/${event}`,
        (data) => changed('customer', data.address?.customer_id, '/data/address/customer_id'),
      ] as const satisfies readonly [string, Parser],
  ),
  ['store/product/created', (data) => changed('product', data.id)],
  ['store/product/updated', (data) => changed('product', data.id)],
  ['store/product/deleted', (data) => deleted('productDeleted', data.id)],
  ['store/subscriber/created', (data) => changed('subscriber', data.id)],
  ['store/subscriber/updated', (data) => changed('subscriber', data.id)],
  // It tells a number that nobody can be asked about any more.
  ['store/subscriber/deleted', ignoring('subscriber.deleted')],
  ['store/cart/abandoned', (data) => changed('checkout', data.id)],
  ['store/cart/converted', parseConversion],
  ['store/cart/deleted', (data) => deleted('checkoutDeleted', data.id)],
  ...['created', 'updated', 'couponApplied', 'lineItem/created', 'lineItem/updated', 'lineItem/deleted'].map(
    (event) => [`store/cart/${event}`, ignoring('cart.in_use')] as const,
  ),
  ['store/app/uninstalled', () => ok([{ kind: 'disconnected' }])],
]);

/** A cart that became an order is gone; the order knows the cart. */
function parseConversion(data: WireDelivery['data']): Parsed {
  const gone = deleted('checkoutDeleted', data.id);
  const order = changed('order', data.orderId, '/data/orderId');
  if (!gone.ok) return gone;
  return order.ok ? ok([...gone.value, ...order.value]) : order;
}

function changed(resource: ResourceReference['resource'], id: string | null | undefined, path = '/data/id'): Parsed {
  return id === null || id === undefined
    ? withoutId(path)
    : ok([{ kind: 'resourceChanged', resource, externalId: id }]);
}

function deleted(kind: 'customerDeleted' | 'productDeleted' | 'checkoutDeleted', id: string | null): Parsed {
  return id === null ? withoutId('/data/id') : ok([{ kind, externalId: id }]);
}

function withoutId(path: string): Parsed {
  return fail({ code: 'bigcommerce.invalid', path, message: 'Must be an id.' });
}

function ignoring(reason: string): Parser {
  return () => ok([{ kind: 'ignored', reason }]);
}

function invalid(error: z.ZodError): Parsed {
  return fail(toRejection('bigcommerce.invalid', error));
}

function parseObject(body: Uint8Array): object | null {
  try {
    const read = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown;
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? read : null;
  } catch {
    return null;
  }
}
