import { toRejection, type ParseWebhook, type PlatformEvent } from '@regulars/adapter-contracts';
import { fail, ok, parseCurrency, type Result } from '@regulars/core/shared';
import { z } from 'zod';
import type { ShopifyConfig } from './config.ts';
import { toConsent } from './model/to-customer.ts';
import { toOrder, toRefund } from './model/to-order.ts';
import { toProduct } from './model/to-product.ts';
import { parseNode, type NodeTopic } from './pulls/parse-node.ts';
import type { ShopifyRejection } from './rejection.ts';
import { parseJson } from './wire/parse-json.ts';
import { wireCheckout } from './wire/wire-checkout.ts';
import { wireConsentUpdate, wireCustomer, wireMerge, wirePrivacyRequest } from './wire/wire-customer.ts';
import { wireOrder } from './wire/wire-order.ts';
import { wireProduct } from './wire/wire-product.ts';
import { listBags, toRefundFacts, wireRefund } from './wire/wire-refund.ts';
import { id, ownId, toOwnId } from './wire/wire.ts';

type Parsed = Result<readonly PlatformEvent[], ShopifyRejection>;

/** Reads a webhook. Whatever an order's topic says, its body is the whole order as it was when it was sent. */
export const parseWebhook: ParseWebhook<PlatformEvent, ShopifyConfig> = (webhook, config): Parsed => {
  const body = parseJson(webhook.body);
  if (body === null) {
    return fail({
      code: 'shopify.not_json',
      path: '',
      message: 'The body is no JSON object; it may have been cut off.',
    });
  }
  const shop = webhook.headers['x-shopify-shop-domain'];
  if (shop !== undefined && shop.toLowerCase() !== config.domain) {
    const message = 'The delivery is of another shop that uses the same app; its webhooks come to the wrong address.';
    return fail({ code: 'shopify.other_shop', path: '', message });
  }
  return (parsers.get(webhook.topic) ?? ignoring('topic.unknown'))(body, config);
};

type Parser = (body: object, config: ShopifyConfig) => Parsed;

const parsers: ReadonlyMap<string, Parser> = new Map<string, Parser>([
  ...['create', 'updated', 'paid', 'cancelled', 'fulfilled', 'partially_fulfilled'].map(
    (event) => [`orders/${event}`, parseOrder] as const,
  ),
  ['orders/delete', parseDeletion('orderDeleted')],
  // It tells what was edited and not what came of it; `orders/updated` comes with it and has the whole order.
  ['orders/edited', ignoring('order.edit')],
  ['refunds/create', parseRefund],
  ['customers/create', parseCustomer],
  ['customers/update', parseCustomer],
  ['customers/enable', parseCustomer],
  ['customers/disable', parseCustomer],
  ['customers/delete', parseDeletion('customerDeleted')],
  ['customers/merge', parseMerge],
  ['customers_email_marketing_consent/update', parseConsent],
  ['products/create', parseProduct],
  ['products/update', parseProduct],
  ['products/delete', parseDeletion('productDeleted')],
  ['checkouts/create', parseCheckout],
  ['checkouts/update', parseCheckout],
  ['checkouts/delete', parseDeletion('checkoutDeleted')],
  ['app/uninstalled', () => ok([{ kind: 'disconnected' }])],
  ['customers/data_request', parseDataRequest],
  ['customers/redact', parseRedaction],
  ['shop/redact', () => ok([{ kind: 'storeErasureRequested' }])],
  // Parts of pulls that could not be read, and are tried again.
  ...(['pulled/order', 'pulled/customer', 'pulled/product'] as const).map(
    (topic) => [topic, parsingNode(topic)] as const,
  ),
  // A back-fill asks how far it is; that it ended is no news to it.
  ['bulk_operations/finish', ignoring('topic.unused')],
  ...[
    'carts/create',
    'carts/update',
    'shop/update',
    'discounts/create',
    'discounts/update',
    'discounts/delete',
    'discounts/redeemcode_added',
    'discounts/redeemcode_removed',
    'order_transactions/create',
    'draft_orders/create',
    'draft_orders/update',
    'draft_orders/delete',
  ].map((topic) => [topic, ignoring('topic.unused')] as const),
]);

function parseOrder(body: object): Parsed {
  const read = wireOrder.safeParse(body);
  if (!read.success) return fail(toRejection('shopify.invalid', read.error));
  const currency = parseCurrency(read.data.currency);
  return currency === null
    ? unknownCurrency('/currency')
    : ok([{ kind: 'orderUpserted', order: toOrder(read.data, currency) }]);
}

/** Thin: which order it is of, and what was done; not what the order is now. */
function parseRefund(body: object): Parsed {
  const read = wireRefund.safeParse(body);
  if (!read.success) return fail(toRejection('shopify.invalid', read.error));
  const { order_id: orderExternalId, transactions } = read.data;
  if (orderExternalId === null)
    return fail({ code: 'shopify.invalid', path: '/order_id', message: 'Must be the id of the order.' });
  const bags = listBags(read.data);
  const code = bags[0]?.shop_money.currency_code ?? transactions.find(({ currency }) => currency !== null)?.currency;
  const facts = toRefundFacts(read.data, code ?? '', bags);
  if (facts === null) return fail({ code: 'shopify.invalid', path: '/id', message: 'Must be the id of the refund.' });
  // Goods that came back, or were swapped, and no money went.
  if (facts.amounts.length === 0) return ignore('refund.no_money');
  const currency = parseCurrency(code ?? '');
  if (currency === null) return unknownCurrency('/transactions/0/currency');
  return ok([{ kind: 'refundCreated', orderExternalId, currency, refund: toRefund(facts, currency) }]);
}

function parseCustomer(body: object): Parsed {
  const read = wireCustomer.safeParse(body);
  if (!read.success) return fail(toRejection('shopify.invalid', read.error));
  return ok([{ kind: 'customerUpserted', customer: read.data }]);
}

/** A merge that failed changed nothing. Of one that succeeded the customer who is kept comes as `customers/update`. */
function parseMerge(body: object): Parsed {
  const read = wireMerge.safeParse(body);
  if (!read.success) return fail(toRejection('shopify.invalid', read.error));
  if (read.data.status !== 'completed') return ignore('customer.merge_unfinished');
  const externalId = /\/(\d+)$/.exec(read.data.admin_graphql_api_customer_deleted_id ?? '')?.[1];
  return externalId === undefined
    ? fail({ code: 'shopify.invalid', path: '/admin_graphql_api_customer_deleted_id', message: 'Must be an id.' })
    : ok([{ kind: 'customerDeleted', externalId }]);
}

function parseConsent(body: object): Parsed {
  const read = wireConsentUpdate.safeParse(body);
  if (!read.success) return fail(toRejection('shopify.invalid', read.error));
  const { customer_id: externalId, email_address: email, email_marketing_consent: told } = read.data;
  const consent = told === null ? null : toConsent(told.state, told.consent_updated_at, 'account');
  return consent === null ? ignore('consent.unknown') : ok([{ kind: 'consentChanged', externalId, email, consent }]);
}

function parseProduct(body: object, config: ShopifyConfig): Parsed {
  const read = wireProduct.safeParse(body);
  if (!read.success) return fail(toRejection('shopify.invalid', read.error));
  const currency = config.currency === undefined ? null : parseCurrency(config.currency);
  return ok([{ kind: 'productUpserted', product: toProduct(read.data, config.domain, currency) }]);
}

function parseCheckout(body: object): Parsed {
  const read = wireCheckout.safeParse(body);
  if (!read.success) return fail(toRejection('shopify.invalid', read.error));
  return ok([{ kind: 'checkoutUpserted', checkout: read.data }]);
}

function parseDataRequest(body: object): Parsed {
  const read = wirePrivacyRequest.safeParse(body);
  if (!read.success) return fail(toRejection('shopify.invalid', read.error));
  const { customer, data_request: request } = read.data;
  const requestExternalId = request?.id ?? null;
  return ok([{ kind: 'personDataRequested', externalId: customer.id, email: customer.email, requestExternalId }]);
}

function parseRedaction(body: object): Parsed {
  const read = wirePrivacyRequest.safeParse(body);
  if (!read.success) return fail(toRejection('shopify.invalid', read.error));
  const { customer } = read.data;
  return ok([{ kind: 'customerErased', externalId: customer.id, email: customer.email }]);
}

/** Often only `{"id":820982911946154508}`. */
function parseDeletion(kind: 'orderDeleted' | 'customerDeleted' | 'productDeleted' | 'checkoutDeleted'): Parser {
  return (body) => {
    const read = z.object({ ...ownId, id }).safeParse(body);
    if (!read.success) return fail(toRejection('shopify.invalid', read.error));
    return ok([{ kind, externalId: toOwnId(read.data) ?? read.data.id }]);
  };
}

function parsingNode(topic: NodeTopic): Parser {
  return (body, config) => {
    const parsed = parseNode(topic, body, config);
    return parsed.ok ? ok([parsed.value]) : parsed;
  };
}

function unknownCurrency(path: string): Parsed {
  return fail({ code: 'shopify.unknown_currency', path, message: 'Must be a currency of ISO 4217, such as EUR.' });
}

function ignoring(reason: string): Parser {
  return () => ignore(reason);
}

function ignore(reason: string): Parsed {
  return ok([{ kind: 'ignored', reason }]);
}
