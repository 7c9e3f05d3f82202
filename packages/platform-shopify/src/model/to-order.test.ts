import { parseInstant } from '@regulars/core/shared';
import { describe, expect, test } from 'vitest';
import { eventsOf, getSample, orderWith, parse } from '../../test/samples.ts';

const money = (shop: string, shown: string, currency = 'EUR') => ({
  shop_money: { amount: shop, currency_code: 'USD' },
  presentment_money: { amount: shown, currency_code: currency },
});

const line = (changes: object) => ({ id: 1, name: 'Thing', quantity: 2, price: '10.00', ...changes });

const refundOf = (transactions: readonly object[]) => [
  { id: 7, created_at: '2026-11-02T10:00:00Z', note: null, refund_line_items: [], transactions },
];

const payment = (changes: object) => ({
  kind: 'refund',
  status: 'success',
  amount: '5.00',
  currency: 'USD',
  ...changes,
});

describe('money', () => {
  test('with taxes in the prices is not counted twice', () => {
    const order = orderWith({
      taxes_included: true,
      total_price: '21.00',
      total_tax: '3.35',
      line_items: [line({ tax_lines: [{ price: '2.55' }], discount_allocations: [{ amount: '4.00' }] })],
      shipping_lines: [{ price: '5.00', tax_lines: [{ price: '0.80' }], discount_allocations: [] }],
      total_discounts: '4.00',
    });
    expect(order.totals).toMatchObject({
      itemsMinor: 2000,
      discountMinor: 400,
      shippingMinor: 500,
      taxMinor: 335,
      grandMinor: 2100,
    });
    expect(order.lineItems[0]).toMatchObject({ subtotalMinor: 2000, discountMinor: 400, taxMinor: 255 });
  });

  test('with taxes on top of the prices is what the customer saw, shipping too', () => {
    const order = orderWith({
      taxes_included: false,
      total_price: '26.65',
      line_items: [line({ tax_lines: [{ price: '1.00' }, { price: '0.25' }] })],
      shipping_lines: [{ price: '5.00', tax_lines: [{ price: '0.40' }] }],
      total_discounts: '0.00',
    });
    expect(order.totals).toMatchObject({ itemsMinor: 2125, shippingMinor: 540, discountMinor: 0, grandMinor: 2665 });
  });

  test('is the shop’s own where the customer paid in another currency', () => {
    const order = orderWith({ total_price: '108.00', total_price_set: money('108.00', '100.00') });
    expect([order.currency, order.totals.grandMinor]).toEqual(['USD', 10_800]);
  });

  test('that went back in the customer’s currency is counted in the shop’s, at the order’s own rate', () => {
    const order = orderWith({
      total_price: '108.00',
      total_price_set: money('108.00', '100.00'),
      refunds: refundOf([payment({ amount: '50.00', currency: 'EUR' })]),
    });
    expect(order.totals.refundedMinor).toBe(5_400);
  });

  test('of a currency without decimals has none', () => {
    const order = orderWith({ currency: 'JPY', total_price: '1200', line_items: [line({ price: '600.0' })] });
    expect([order.totals.grandMinor, order.lineItems[0]?.subtotalMinor]).toEqual([1200, 1200]);
  });

  test('for free shipping is a discount as large as the shipping', () => {
    const order = orderWith({
      total_price: '20.00',
      line_items: [line({})],
      shipping_lines: [{ price: '5.00', discount_allocations: [{ amount: '5.00' }] }],
      total_discounts: '5.00',
    });
    expect(order.totals).toMatchObject({ itemsMinor: 2000, shippingMinor: 500, discountMinor: 500, grandMinor: 2000 });
  });

  test.for([
    ['told for the whole only', '4.00', [], 400],
    ['allocated, and told for the goods only', '0.00', [{ amount: '5.00' }], 500],
  ] as const)('that was taken off and is %s is a discount', ([, total, allocations, discountMinor]) => {
    const shipping = [{ price: '5.00', discount_allocations: allocations }];
    const order = orderWith({ line_items: [line({})], shipping_lines: shipping, total_discounts: total });
    expect(order.totals.discountMinor).toBe(discountMinor);
  });

  test('of tips, duties and fees is part of the items', () => {
    const order = orderWith({
      line_items: [line({})],
      total_tip_received: '3.00',
      original_total_duties_set: money('2.00', '2.00'),
      original_total_additional_fees_set: money('1.50', '1.50'),
    });
    expect(order.totals.itemsMinor).toBe(2650);
  });

  test('for shipping that was removed from the order is not owed', () => {
    expect(orderWith({ shipping_lines: [{ price: '5.00', is_removed: true }] }).totals.shippingMinor).toBe(0);
  });
});

describe('a refund', () => {
  test.for([
    ['that succeeded counts', payment({}), 500],
    ['that failed does not', payment({ status: 'failure' }), 0],
    ['that is still pending does not', payment({ status: 'pending' }), 0],
    ['that voids an authorization does not: nothing had been paid', payment({ kind: 'void' }), 0],
  ] as const)('%s', ([, transaction, refunded]) => {
    const order = orderWith({ financial_status: 'paid', refunds: refundOf([transaction]) });
    expect(order.totals.refundedMinor).toBe(refunded);
    expect(order.refunds).toHaveLength(refunded === 0 ? 0 : 1);
  });

  test('of everything makes a refunded order, of a part a partially refunded one', () => {
    const refunds = (amount: string) => ({ total_price: '100.00', refunds: refundOf([payment({ amount })]) });
    expect(orderWith({ financial_status: 'paid', ...refunds('40.00') }).status).toBe('partially_refunded');
    expect(orderWith({ financial_status: 'partially_refunded', ...refunds('100.00') }).status).toBe('refunded');
  });

  test('by itself is of its order, in the shop’s currency', () => {
    const body = {
      ...getSample('rest.refund').body,
      transactions: [payment({ amount: '50.00', currency: 'EUR' })],
      refund_line_items: [{ subtotal_set: money('54.00', '50.00') }],
    };
    expect(eventsOf(parse('refunds/create', body))).toMatchObject([
      { kind: 'refundCreated', orderExternalId: '450789469', currency: 'USD', refund: { amountMinor: 5_400 } },
    ]);
  });
});

describe('the status', () => {
  test.for([
    [{ financial_status: 'pending' }, 'pending'],
    [{ financial_status: 'authorized' }, 'pending'],
    [{ financial_status: 'partially_paid' }, 'pending'],
    [{ financial_status: 'paid', fulfillment_status: null }, 'paid'],
    [{ financial_status: 'paid', fulfillment_status: 'partial' }, 'paid'],
    [{ financial_status: 'paid', fulfillment_status: 'fulfilled' }, 'fulfilled'],
    [{ financial_status: 'partially_refunded', fulfillment_status: 'fulfilled' }, 'partially_refunded'],
    [{ financial_status: 'refunded' }, 'refunded'],
    [{ financial_status: 'voided' }, 'cancelled'],
    [{ financial_status: 'expired' }, 'cancelled'],
    [{ financial_status: 'paid', cancelled_at: '2026-11-02T10:00:00Z' }, 'cancelled'],
  ] as const)('%j is %s', ([changes, status]) => {
    expect(orderWith({ refunds: [], ...changes }).status).toBe(status);
  });

  test('of an order that was sent has the time of the last parcel that left', () => {
    const fulfillments = [
      { status: 'success', created_at: '2026-11-02T10:00:00Z' },
      { status: 'success', created_at: '2026-11-03T10:00:00Z' },
      { status: 'cancelled', created_at: '2026-11-04T10:00:00Z' },
    ];
    const sent = { financial_status: 'paid', fulfillments };
    expect(orderWith({ ...sent, fulfillment_status: 'fulfilled' }).fulfilledAt).toBe(
      parseInstant('2026-11-03T10:00:00Z'),
    );
    expect(orderWith({ ...sent, fulfillment_status: 'partial' }).fulfilledAt).toBeNull();
  });
});

describe('when it was paid', () => {
  const placed = { processed_at: '2026-11-01T10:00:00Z', created_at: '2026-11-01T10:00:00Z', financial_status: 'paid' };

  test('is told for a state as young as the order, which was paid at the checkout', () => {
    expect(orderWith({ ...placed, updated_at: '2026-11-01T10:00:09Z' }).paidAt).toBe(
      parseInstant('2026-11-01T10:00:00Z'),
    );
  });

  test('is left open for a later state: a bank transfer takes days, and webhooks do not tell', () => {
    expect(orderWith({ ...placed, updated_at: '2026-11-04T10:00:00Z' }).paidAt).toBeNull();
  });
});

describe('an order', () => {
  test('of a till may name nobody, and is an order all the same', () => {
    const order = orderWith({
      source_name: 'pos',
      customer: null,
      email: '',
      contact_email: null,
      phone: null,
      billing_address: null,
      shipping_address: null,
    });
    expect([order.customer, order.source?.channel]).toEqual([null, 'pos']);
  });

  test('of a draft that was completed is an order like any other', () => {
    expect(orderWith({ source_name: 'shopify_draft_order' })).toMatchObject({ isTest: false, isRenewal: false });
  });

  test('of an erased customer keeps its amounts and names nobody', () => {
    const erased = { first_name: null, last_name: null, phone: null, country_code: 'US', province_code: 'KY' };
    const order = orderWith({
      customer: null,
      email: '',
      contact_email: '',
      phone: '',
      billing_address: erased,
      shipping_address: erased,
    });
    expect([order.customer, order.totals.grandMinor]).toEqual([null, 59_894]);
  });

  test('that was imported was placed when it was processed, not when it was brought in', () => {
    const order = orderWith({ processed_at: '2019-05-01T10:00:00+02:00', created_at: '2026-11-01T10:00:00Z' });
    expect(order.placedAt).toBe(parseInstant('2019-05-01T08:00:00Z'));
  });

  test.for([
    ['of a subscription contract is a renewal', { source_name: 'subscription_contract' }, true],
    ['that a subscription app bills is a renewal', { tags: 'VIP, Subscription Recurring Order' }, true],
    ['that begins a subscription is none', { tags: 'Subscription First Order', source_name: 'web' }, false],
  ] as const)('%s', ([, changes, isRenewal]) => {
    expect(orderWith(changes).isRenewal).toBe(isRenewal);
  });

  test('that was edited keeps the lines as sold, and drops one that came and went', () => {
    const lines = [line({ id: 1, current_quantity: 0 }), line({ id: 2, quantity: 0, current_quantity: 0 })];
    expect(orderWith({ line_items: lines }).lineItems.map(({ quantity }) => quantity)).toEqual([2]);
  });

  test('of a gift card says so on its line; paying with one changes nothing', () => {
    const order = orderWith({
      line_items: [line({ gift_card: true, requires_shipping: false })],
      payment_gateway_names: ['gift_card'],
    });
    expect(order.lineItems[0]).toMatchObject({ tags: ['gift_card'], isDigital: true });
    expect(order.totals.grandMinor).toBe(59_894);
  });

  test('knows where its customer came from', () => {
    const order = orderWith({
      landing_site: '/products/x?utm_source=news&utm_medium=email&gclid=1#top',
      referring_site: '',
    });
    expect(order.source).toEqual({
      channel: 'web',
      landingPage: '/products/x?utm_source=news&utm_medium=email&gclid=1#top',
      referrerUrl: null,
      utm: { source: 'news', medium: 'email' },
    });
  });

  test('keeps what the shop attached to it, but no machine data', () => {
    const order = orderWith({
      note: 'Ring twice',
      tags: 'vip, wholesale',
      note_attributes: [
        { name: 'gift', value: 'yes' },
        { name: 'cart', value: 'x'.repeat(1001) },
        { name: 'list', value: [1] },
      ],
    });
    expect(order.attributes).toEqual({ gift: 'yes', note: 'Ring twice', tags: 'vip, wholesale' });
  });

  test('with an id beyond 2^53 is known by all its digits', () => {
    const body = JSON.stringify({ ...getSample('rest.order').body, admin_graphql_api_id: null, id: 0 }).replace(
      '"id":0',
      '"id":820982911946154508',
    );
    expect(eventsOf(parse('orders/create', body))).toMatchObject([{ order: { externalId: '820982911946154508' } }]);
  });
});
