import type { PlatformEvent } from '@regulars/adapter-contracts';
import type { Order } from '@regulars/core/commerce';
import { parseInstant, type Rejection, type Result } from '@regulars/core/shared';
import { describe, expect, test } from 'vitest';
import { readAnswer, readBody, readRecording } from '../test/recordings.ts';
import { parseWebhook } from './parse-webhook.ts';

const config = { url: 'https://shop.example.com', key: 'ck_0123456789', secret: 'cs_0123456789', consentMetaKey: '_newsletter', currency: 'EUR' };

function parse(topic: string, body: unknown): Result<readonly PlatformEvent[], Rejection> {
  const bytes = typeof body === 'string' ? Buffer.from(body) : Buffer.from(JSON.stringify(body));
  return parseWebhook({ topic, headers: {}, body: bytes }, config);
}

function eventsOf(parsed: Result<readonly PlatformEvent[], Rejection>): readonly PlatformEvent[] {
  if (!parsed.ok) throw new Error(`${parsed.failure.code} ${parsed.failure.path}: ${parsed.failure.message}`);
  return parsed.value;
}

function orderOf(parsed: Result<readonly PlatformEvent[], Rejection>): Order {
  const event = eventsOf(parsed).find(({ kind }) => kind === 'orderUpserted');
  if (event?.kind !== 'orderUpserted') throw new Error('No order came out.');
  return event.order;
}

/** The events of a recorded webhook, just as it was received. */
function parseRecording(file: string): Result<readonly PlatformEvent[], Rejection> {
  const { request, body } = readRecording(file);
  return parseWebhook({ topic: request.headers['x-wc-webhook-topic'] ?? '', headers: {}, body }, config);
}

const simple = readBody('order.created-simple.json');
function orderWith(changes: Readonly<Record<string, unknown>>): Order {
  return orderOf(parse('order.updated', { ...simple, ...changes }));
}
function rejectionWith(changes: Readonly<Record<string, unknown>>): Rejection | null {
  const parsed = parse('order.updated', { ...simple, ...changes });
  return parsed.ok ? null : parsed.failure;
}
function meta(entries: Readonly<Record<string, unknown>>): readonly object[] {
  return Object.entries(entries).map(([key, value], id) => ({ id, key, value }));
}

describe('a recorded order', () => {
  test('with three lines and shipping comes out whole', () => {
    expect(orderOf(parseRecording('order.created-simple.json'))).toEqual({
      externalId: '18',
      number: '18',
      placedAt: parseInstant('2026-11-22T00:55:28Z'),
      paidAt: parseInstant('2026-11-22T00:55:28Z'),
      fulfilledAt: null,
      updatedAt: parseInstant('2026-11-22T00:55:28Z'),
      status: 'paid',
      platformStatus: 'processing',
      currency: 'EUR',
      totals: { itemsMinor: 11_790, discountMinor: 0, shippingMinor: 490, taxMinor: 0, grandMinor: 12_280, refundedMinor: 0 },
      customer: { externalId: '2', email: 'anna.mueller@example.test', phone: null, firstName: 'Anna', lastName: 'Tester', locale: null, consent: null },
      billingAddress: { country: 'DE', region: 'DE-BE', city: 'Berlin', postcode: '10115' },
      shippingAddress: null,
      lineItems: [
        line({ externalId: '2', productExternalId: '14', sku: 'TS-1', name: 'Plain T-Shirt v2', quantity: 2, subtotalMinor: 5500 }),
        line({ externalId: '3', productExternalId: '15', sku: 'EB-1', name: 'Das große E-Book / "2nd" 📘', quantity: 1, subtotalMinor: 1490 }),
        line({ externalId: '4', productExternalId: '16', variantExternalId: '17', sku: 'HD-M', name: 'Hoodie', quantity: 1, subtotalMinor: 4800 }),
      ],
      refunds: [],
      couponCodes: [],
      source: null,
      attributes: {},
      isTest: false,
      isRenewal: false,
    });
  });

  test.for([
    ['order.created-pending.json', 'pending', 'pending@example.test', 2750],
    ['order.created-guest.json', 'fulfilled', 'GAST+x@Example.TEST', 1490],
    ['order.created-classic-checkout.json', 'pending', 'klassik@example.test', 1490],
    ['order.updated-processing.json', 'paid', 'blocky@example.test', 1490],
    ['order.updated-completed.json', 'fulfilled', 'anna.mueller@example.test', 12_280],
    ['order.updated-cancelled.json', 'cancelled', 'pending@example.test', 2750],
    ['order.updated-refunded.json', 'refunded', 'GAST+x@Example.TEST', 1490],
  ] as const)('%s is %s', ([file, status, email, grandMinor]) => {
    expect(orderOf(parseRecording(file))).toMatchObject({ status, customer: { email }, totals: { grandMinor } });
  });

  test('with a coupon has its discount and its code', () => {
    const order = orderOf(parse('order.created', readAnswer('rest-order-create-coupon.json')));
    expect(order).toMatchObject({ couponCodes: ['einmal-1'], totals: { itemsMinor: 5500, discountMinor: 550, grandMinor: 4950 } });
    expect(order.lineItems[0]).toMatchObject({ subtotalMinor: 5500, discountMinor: 550 });
  });
});

function line(known: object): object {
  return { variantExternalId: null, discountMinor: 0, taxMinor: 0, categories: [], tags: [], isDigital: null, ...known };
}

describe('what surprises about webhooks', () => {
  test('a checkout draft is delivered as an order, and is none', () => {
    for (const status of ['checkout-draft', 'auto-draft', 'draft', 'trash']) {
      expect(parse('order.created', { ...simple, status })).toEqual({ ok: true, value: [{ kind: 'ignored', reason: 'order.draft' }] });
    }
  });

  test('a checkout draft that lacks what orders have is still no poison', () => {
    expect(eventsOf(parse('order.updated', { id: 48, status: 'checkout-draft', currency: '' }))).toEqual([{ kind: 'ignored', reason: 'order.draft' }]);
  });

  test('a REST error comes signed as the body, and is kept as poison', () => {
    for (const file of ['err-404-order.json', 'err-401-no-credentials.json']) {
      expect(parse('order.updated', readAnswer(file))).toMatchObject({ ok: false, failure: { code: 'woocommerce.error_body', path: '' } });
    }
  });

  test('order.updated may come before order.created: both are the whole order, told apart by nothing but the topic', () => {
    expect(parse('order.created', simple)).toEqual(parse('order.updated', simple));
  });

  test('a delivery shows the order as it was when sent, so order.created may already be completed', () => {
    expect(orderOf(parseRecording('order.created-guest.json'))).toMatchObject({ status: 'fulfilled' });
  });

  test('a deletion is only a number', () => {
    expect(eventsOf(parseRecording('order.deleted-trash.json'))).toEqual([{ kind: 'orderDeleted', externalId: '20' }]);
    expect(eventsOf(parseRecording('customer.deleted.json'))).toEqual([{ kind: 'customerDeleted', externalId: '4' }]);
    expect(eventsOf(parse('product.deleted', { id: 14 }))).toEqual([{ kind: 'productDeleted', externalId: '14' }]);
  });

  test("a deletion may carry another resource's number: it deletes by its own topic only", () => {
    expect(eventsOf(parse('coupon.deleted', { id: 20 }))).toEqual([{ kind: 'ignored', reason: 'topic.unused' }]);
    expect(eventsOf(parse('product.deleted', { id: 20 }))).toEqual([{ kind: 'productDeleted', externalId: '20' }]);
  });

  test('a restored order is the whole order again', () => {
    expect(orderOf(parse('order.restored', simple))).toMatchObject({ externalId: '18', status: 'paid' });
  });

  test('an erased customer comes as an updated order: the amounts stay, the person goes', () => {
    const events = eventsOf(parseRecording('order.restored.json'));
    expect(events.map(({ kind }) => kind)).toEqual(['orderAnonymized', 'orderUpserted']);
    expect(events[0]).toEqual({ kind: 'orderAnonymized', externalId: '55', updatedAt: parseInstant('2026-11-22T01:02:21Z') });
    expect(events[1]).toMatchObject({ order: { customer: null, billingAddress: null, shippingAddress: null, attributes: {}, totals: { grandMinor: 2750 } } });
    expect(JSON.stringify(events)).not.toMatch(/deleted/);
  });

  test('an erased account is an erasure, not a customer called [deleted]', () => {
    const erased = { ...readBody('customer.updated.json'), email: 'deleted@site.invalid', first_name: '[deleted]' };
    expect(eventsOf(parse('customer.updated', erased))).toEqual([{ kind: 'customerErased', externalId: '2', email: null }]);
  });

  test('a variation arrives as product.updated, and does not become a product beside its parent', () => {
    const variation = { ...readAnswer('rest-variation-create.json'), parent_id: 16 };
    expect(eventsOf(parse('product.updated', variation))).toEqual([{ kind: 'ignored', reason: 'product.variation' }]);
  });

  test('an order made by REST fires created and updated with one and the same state', () => {
    expect({ ...orderOf(parseRecording('order.updated-after-create.json')), updatedAt: 0 }).toEqual({ ...orderOf(parseRecording('order.created-simple.json')), updatedAt: 0 });
  });

  test.for(['action.woocommerce_add_to_cart', 'coupon.created', 'coupon.updated'])('%s is of no use', (topic) => {
    expect(eventsOf(parse(topic, { id: 1, arg: 'x' }))).toEqual([{ kind: 'ignored', reason: 'topic.unused' }]);
  });

  test('a topic nobody knows yet is ignored, not refused', () => {
    expect(eventsOf(parse('booking.created', { id: 1 }))).toEqual([{ kind: 'ignored', reason: 'topic.unknown' }]);
  });
});

describe('money', () => {
  test('is read digit by digit, not as a fraction', () => {
    expect(orderWith({ total: '1.005' }).totals.grandMinor).toBe(101);
    expect(orderWith({ total: '90071992547.99' }).totals.grandMinor).toBe(9_007_199_254_799);
  });

  test("follows the currency's decimals, not the shop's", () => {
    expect(orderWith({ currency: 'JPY', total: '1990.50' }).totals.grandMinor).toBe(1991);
    expect(orderWith({ currency: 'KWD', total: '1.2345' }).totals.grandMinor).toBe(1235);
  });

  test('includes tax in items, discount, shipping and lines, which WooCommerce gives net', () => {
    const [first] = simple['line_items'] as readonly object[];
    const order = orderWith({
      line_items: [{ ...first, subtotal: '100.00', subtotal_tax: '19.00', total: '90.00', total_tax: '17.10' }],
      discount_total: '10.00',
      discount_tax: '1.90',
      shipping_total: '5.00',
      shipping_tax: '0.95',
      total_tax: '18.05',
      total: '113.05',
    });
    expect(order.totals).toEqual({ itemsMinor: 11_900, discountMinor: 1190, shippingMinor: 595, taxMinor: 1805, grandMinor: 11_305, refundedMinor: 0 });
    expect(order.lineItems[0]).toMatchObject({ subtotalMinor: 11_900, discountMinor: 1190, taxMinor: 1710 });
  });

  test('takes a negative fee for a discount and another fee for an item', () => {
    const order = orderWith({ fee_lines: [{ total: '-5.00', total_tax: '0' }, { total: '2.00', total_tax: '0.38' }] });
    expect(order.totals).toMatchObject({ itemsMinor: 11_790 + 238, discountMinor: 500 });
  });

  test('refunds are negative strings within the order; a partial one leaves the status as it was', () => {
    const order = orderWith({ refunds: [{ id: 34, reason: 'too late', total: '-10.00' }, { id: 35, reason: '', total: '-27.50', total_tax: '0.00' }] });
    expect(order).toMatchObject({ status: 'partially_refunded', platformStatus: 'processing', totals: { grandMinor: 12_280, refundedMinor: 3750 } });
    expect(order.refunds).toEqual([
      { externalId: '34', createdAt: null, amountMinor: 1000, reason: 'too late' },
      { externalId: '35', createdAt: null, amountMinor: 2750, reason: null },
    ]);
  });
});

describe('status', () => {
  test.for([
    ['on-hold', '2026-11-22T00:55:28', 'pending'],
    ['failed', '2026-11-22T00:55:28', 'pending'],
    ['processing', null, 'paid'],
    ['awaiting-pickup', '2026-11-22T00:55:28', 'paid'],
    ['awaiting-pickup', null, 'pending'],
    ['constructor', null, 'pending'],
  ] as const)('%s with date_paid %s is %s', ([status, datePaid, expected]) => {
    expect(orderWith({ status, date_paid_gmt: datePaid }).status).toBe(expected);
  });
});

describe('dates', () => {
  test('are GMT though they state no zone', () => {
    expect(orderWith({ date_created: '2026-11-22T02:00:00', date_created_gmt: '2026-11-22T01:00:00' }).placedAt).toBe(Date.UTC(2026, 10, 22, 1));
  });
});

describe('the buyer', () => {
  test('is a guest where customer_id is 0, and keeps the case of the address', () => {
    expect(orderOf(parseRecording('order.created-guest.json')).customer).toMatchObject({ externalId: null, email: 'GAST+x@Example.TEST' });
  });

  test('may have no e-mail address', () => {
    expect(orderWith({ billing: { first_name: 'Ada', email: '' }, customer_id: 0 }).customer).toMatchObject({ email: null, firstName: 'Ada' });
  });

  test('may be nobody', () => {
    expect(orderWith({ billing: { first_name: '', email: ' ' }, customer_id: 0 }).customer).toBeNull();
  });

  test('consented where the configured meta says so, and an unticked box says nothing', () => {
    const at = parseInstant('2026-11-22T00:55:28Z');
    expect(orderWith({ meta_data: meta({ _newsletter: 'yes' }) }).customer?.consent).toEqual({ state: 'subscribed', at, source: 'checkout' });
    expect(orderWith({ meta_data: meta({ _newsletter: '0' }) }).customer?.consent).toBeNull();
    expect(orderWith({ meta_data: meta({ another: 'yes' }) }).customer?.consent).toBeNull();
  });

  test('has the language that a translation plugin noted', () => {
    expect(orderWith({ meta_data: meta({ wpml_language: 'nl_NL' }) }).customer?.locale).toBe('nl-NL');
  });
});

describe('meta', () => {
  test('of order attribution becomes the source', () => {
    const attribution = { source_type: 'utm', utm_source: 'newsletter', utm_medium: 'email', session_entry: 'https://shop.example.com/', referrer: 'https://mail.example/' };
    const named = Object.fromEntries(Object.entries(attribution).map(([name, value]) => [`_wc_order_attribution_${name}`, value]));
    expect(orderWith({ meta_data: meta(named) }).source).toEqual({
      channel: 'utm',
      landingPage: 'https://shop.example.com/',
      referrerUrl: 'https://mail.example/',
      utm: { source: 'newsletter', medium: 'email' },
    });
  });

  test('for people to read becomes attributes, machine data does not', () => {
    const order = orderWith({ meta_data: meta({ gift: 'yes', _hidden: 'x', shelf: { a: 1 }, blob: 'x'.repeat(2_000) }), customer_note: 'Ring twice' });
    expect(order.attributes).toEqual({ gift: 'yes', customer_note: 'Ring twice' });
  });

  test('is read even where a plugin made an object of the list, and where it is no meta at all', () => {
    expect(orderWith({ meta_data: { 3: { key: 'gift', value: 'yes' } } }).attributes).toEqual({ gift: 'yes' });
    expect(orderWith({ meta_data: 'broken' }).attributes).toEqual({});
  });

  test('named __proto__ is harmless', () => {
    const body = JSON.stringify(simple).replace('"meta_data":[', '"__proto__":{"polluted":1},"meta_data":[{"key":"__proto__","value":"polluted"},');
    const order = orderOf(parse('order.updated', body));
    expect(Object.getPrototypeOf(order.attributes)).toBe(Object.prototype);
    expect('polluted' in {}).toBe(false);
  });

  test('marks renewals and test payments', () => {
    expect(orderWith({ meta_data: meta({ _subscription_renewal: '12' }) }).isRenewal).toBe(true);
    expect(orderWith({ created_via: 'subscription' }).isRenewal).toBe(true);
    expect(orderWith({ meta_data: meta({ _wcpay_mode: 'test' }) }).isTest).toBe(true);
    expect(orderWith({ meta_data: meta({ _wcpay_mode: 'prod' }) }).isTest).toBe(false);
  });
});

describe('bad input names the field and what would be right', () => {
  const [first] = simple['line_items'] as readonly object[];
  test.for([
    ['a currency nobody knows', { currency: 'XXX' }, { code: 'woocommerce.unknown_currency', path: '/currency' }],
    ['a negative quantity', { line_items: [first, { ...first, quantity: -1 }] }, { code: 'woocommerce.invalid', path: '/line_items/1/quantity', message: 'Must be greater than zero.' }],
    ['a total that is a fraction', { total: 19.9 }, { code: 'woocommerce.invalid', path: '/total' }],
    ['a total with a comma', { total: '19,90' }, { code: 'woocommerce.invalid', path: '/total' }],
    ['no total', { total: undefined }, { code: 'woocommerce.invalid', path: '/total' }],
    ['a date that is none', { date_created_gmt: 'yesterday' }, { code: 'woocommerce.invalid', path: '/date_created_gmt' }],
    ['a number of zero', { id: 0 }, { code: 'woocommerce.invalid', path: '/id', message: 'Must be greater than zero.' }],
    ['no lines', { line_items: null }, { code: 'woocommerce.invalid', path: '/line_items', message: 'Must be a list.' }],
  ] as const)('%s', ([, changes, expected]) => {
    expect(rejectionWith(changes)).toMatchObject(expected);
  });

  test.for(['', '{"id":18,"total":"122', '[]', 'null', '42', '<html>', '\u0000'])('%j is no JSON object', (body) => {
    expect(parse('order.updated', body)).toMatchObject({ ok: false, failure: { code: 'woocommerce.not_json', path: '' } });
  });

  test('bytes that are no UTF-8 are refused, a byte order mark is not', () => {
    const bytes = Buffer.from(JSON.stringify(simple));
    const read = (body: Buffer): boolean => parseWebhook({ topic: 'order.updated', headers: {}, body }, config).ok;
    expect(read(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]))).toBe(true);
    expect(read(Buffer.concat([bytes.subarray(0, -1), Buffer.from([0x22, 0xff, 0x22, 0x7d])]))).toBe(false);
  });
});

describe('customers and products', () => {
  test('a recorded customer comes out whole', () => {
    expect(eventsOf(parseRecording('customer.updated.json'))).toEqual([
      {
        kind: 'customerUpserted',
        customer: {
          externalId: '2',
          email: 'Anna.Mueller@Example.Test',
          phone: '+49 221 1',
          firstName: 'Anna',
          lastName: 'Müller',
          locale: null,
          consent: null,
          createdAt: parseInstant('2026-11-22T00:55:25Z'),
          updatedAt: parseInstant('2026-11-22T00:55:29Z'),
          country: 'DE',
          tags: [],
        },
      },
    ]);
  });

  test('an account that nobody changed is as old as it is', () => {
    const untouched = { ...readBody('customer.created.json'), date_modified_gmt: null };
    expect(eventsOf(parse('customer.created', untouched))).toMatchObject([{ customer: { updatedAt: parseInstant('2026-11-22T00:55:25Z') } }]);
  });

  test('a recorded product comes out whole', () => {
    expect(eventsOf(parseRecording('product.updated.json'))).toEqual([
      {
        kind: 'productUpserted',
        product: {
          externalId: '14',
          title: 'Plain T-Shirt v2',
          url: 'https://localhost:8443/product/plain-t-shirt/',
          imageUrl: null,
          categories: ['Kurse'],
          tags: [],
          priceMinor: 2750,
          currency: 'EUR',
          isDigital: false,
          isAvailable: true,
          updatedAt: parseInstant('2026-11-22T00:55:21Z'),
        },
      },
    ]);
  });

  test('a category is named in plain text, which WordPress encodes', () => {
    expect(eventsOf(parse('product.created', readAnswer('rest-product-create-download.json')))).toMatchObject([
      { product: { categories: ['E-Books & Guides'], isDigital: true, priceMinor: 1490 } },
    ]);
  });

  test.for([
    ['unpublished', { status: 'draft' }],
    ['sold out', { stock_status: 'outofstock' }],
  ] as const)('a product that is %s is not available', ([, changes]) => {
    expect(eventsOf(parse('product.updated', { ...readBody('product.updated.json'), ...changes }))).toMatchObject([{ product: { isAvailable: false } }]);
  });
});
