import { parseInstant } from '@regulars/core/shared';
import { describe, expect, test } from 'vitest';
import { meta, orderOf, orderWith, parse, parseRecording, simple } from '../test/parse.ts';

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
    expect(order.totals).toEqual({
      itemsMinor: 11_900,
      discountMinor: 1190,
      shippingMinor: 595,
      taxMinor: 1805,
      grandMinor: 11_305,
      refundedMinor: 0,
    });
    expect(order.lineItems[0]).toMatchObject({ subtotalMinor: 11_900, discountMinor: 1190, taxMinor: 1710 });
  });

  test('takes a negative fee for a discount and another fee for an item', () => {
    const order = orderWith({
      fee_lines: [
        { total: '-5.00', total_tax: '0' },
        { total: '2.00', total_tax: '0.38' },
      ],
    });
    expect(order.totals).toMatchObject({ itemsMinor: 11_790 + 238, discountMinor: 500 });
  });

  test('refunds are negative strings within the order; a partial one leaves the status as it was', () => {
    const order = orderWith({
      refunds: [
        { id: 34, reason: 'too late', total: '-10.00' },
        { id: 35, reason: '', total: '-27.50', total_tax: '0.00' },
      ],
    });
    expect(order).toMatchObject({
      status: 'partially_refunded',
      platformStatus: 'processing',
      totals: { grandMinor: 12_280, refundedMinor: 3750 },
    });
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
    expect(orderWith({ date_created: '2026-11-22T02:00:00', date_created_gmt: '2026-11-22T01:00:00' }).placedAt).toBe(
      Date.UTC(2026, 10, 22, 1),
    );
  });
});

describe('the buyer', () => {
  test('is a guest where customer_id is 0, and keeps the case of the address', () => {
    expect(orderOf(parseRecording('order.created-guest.json')).customer).toMatchObject({
      externalId: null,
      email: 'GAST+x@Example.TEST',
    });
  });

  test('may have no e-mail address', () => {
    expect(orderWith({ billing: { first_name: 'Ada', email: '' }, customer_id: 0 }).customer).toMatchObject({
      email: null,
      firstName: 'Ada',
    });
  });

  test('may be nobody', () => {
    expect(orderWith({ billing: { first_name: '', email: ' ' }, customer_id: 0 }).customer).toBeNull();
  });

  test('consented where the configured meta says so, and an unticked box says nothing', () => {
    const at = parseInstant('2026-11-22T00:55:28Z');
    expect(orderWith({ meta_data: meta({ _newsletter: 'yes' }) }).customer?.consent).toEqual({
      state: 'subscribed',
      at,
      source: 'checkout',
    });
    expect(orderWith({ meta_data: meta({ _newsletter: '0' }) }).customer?.consent).toBeNull();
    expect(orderWith({ meta_data: meta({ another: 'yes' }) }).customer?.consent).toBeNull();
  });

  test('has the language that a translation plugin noted', () => {
    expect(orderWith({ meta_data: meta({ wpml_language: 'nl_NL' }) }).customer?.locale).toBe('nl-NL');
  });
});

describe('meta', () => {
  test('of order attribution becomes the source', () => {
    const attribution = {
      source_type: 'utm',
      utm_source: 'newsletter',
      utm_medium: 'email',
      session_entry: 'https://shop.example.com/',
      referrer: 'https://mail.example/',
    };
    const named = Object.fromEntries(
      Object.entries(attribution).map(([name, value]) => [`_wc_order_attribution_${name}`, value]),
    );
    expect(orderWith({ meta_data: meta(named) }).source).toEqual({
      channel: 'utm',
      landingPage: 'https://shop.example.com/',
      referrerUrl: 'https://mail.example/',
      utm: { source: 'newsletter', medium: 'email' },
    });
  });

  test('for people to read becomes attributes, machine data does not', () => {
    const order = orderWith({
      meta_data: meta({ gift: 'yes', _hidden: 'x', shelf: { a: 1 }, blob: 'x'.repeat(2_000) }),
      customer_note: 'Ring twice',
    });
    expect(order.attributes).toEqual({ gift: 'yes', customer_note: 'Ring twice' });
  });

  test('is read even where a plugin made an object of the list, and where it is no meta at all', () => {
    expect(orderWith({ meta_data: { 3: { key: 'gift', value: 'yes' } } }).attributes).toEqual({ gift: 'yes' });
    expect(orderWith({ meta_data: 'broken' }).attributes).toEqual({});
  });

  test('named __proto__ is harmless', () => {
    const body = JSON.stringify(simple).replace(
      '"meta_data":[',
      '"__proto__":{"polluted":1},"meta_data":[{"key":"__proto__","value":"polluted"},',
    );
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
