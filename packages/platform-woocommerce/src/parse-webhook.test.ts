import { parseInstant } from '@regulars/core/shared';
import { describe, expect, test } from 'vitest';
import { eventsOf, orderOf, parse, parseRecording, simple } from '../test/parse.ts';
import { readAnswer, readBody } from '../test/recordings.ts';

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
      totals: {
        itemsMinor: 11_790,
        discountMinor: 0,
        shippingMinor: 490,
        taxMinor: 0,
        grandMinor: 12_280,
        refundedMinor: 0,
      },
      customer: {
        externalId: '2',
        email: 'anna.mueller@example.test',
        phone: null,
        firstName: 'Anna',
        lastName: 'Tester',
        locale: null,
        consent: null,
      },
      billingAddress: { country: 'DE', region: 'DE-BE', city: 'Berlin', postcode: '10115' },
      shippingAddress: null,
      lineItems: [
        line({
          externalId: '2',
          productExternalId: '14',
          sku: 'TS-1',
          name: 'Plain T-Shirt v2',
          quantity: 2,
          subtotalMinor: 5500,
        }),
        line({
          externalId: '3',
          productExternalId: '15',
          sku: 'EB-1',
          name: 'Das große E-Book / "2nd" 📘',
          quantity: 1,
          subtotalMinor: 1490,
        }),
        line({
          externalId: '4',
          productExternalId: '16',
          variantExternalId: '17',
          sku: 'HD-M',
          name: 'Hoodie',
          quantity: 1,
          subtotalMinor: 4800,
        }),
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
    expect(order).toMatchObject({
      couponCodes: ['einmal-1'],
      totals: { itemsMinor: 5500, discountMinor: 550, grandMinor: 4950 },
    });
    expect(order.lineItems[0]).toMatchObject({ subtotalMinor: 5500, discountMinor: 550 });
  });
});

function line(known: object): object {
  return {
    variantExternalId: null,
    discountMinor: 0,
    taxMinor: 0,
    categories: [],
    tags: [],
    isDigital: null,
    ...known,
  };
}

describe('what surprises about webhooks', () => {
  test('a checkout draft is delivered as an order, and is none', () => {
    for (const status of ['checkout-draft', 'auto-draft', 'draft', 'trash']) {
      expect(parse('order.created', { ...simple, status })).toEqual({
        ok: true,
        value: [{ kind: 'ignored', reason: 'order.draft' }],
      });
    }
  });

  test('a checkout draft that lacks what orders have is still no poison', () => {
    expect(eventsOf(parse('order.updated', { id: 48, status: 'checkout-draft', currency: '' }))).toEqual([
      { kind: 'ignored', reason: 'order.draft' },
    ]);
  });

  test('a REST error comes signed as the body, and is kept as poison', () => {
    for (const file of ['err-404-order.json', 'err-401-no-credentials.json']) {
      expect(parse('order.updated', readAnswer(file))).toMatchObject({
        ok: false,
        failure: { code: 'woocommerce.error_body', path: '' },
      });
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
    expect(events[0]).toEqual({
      kind: 'orderAnonymized',
      externalId: '55',
      updatedAt: parseInstant('2026-11-22T01:02:21Z'),
    });
    expect(events[1]).toMatchObject({
      order: {
        customer: null,
        billingAddress: null,
        shippingAddress: null,
        attributes: {},
        totals: { grandMinor: 2750 },
      },
    });
    expect(JSON.stringify(events)).not.toMatch(/deleted/);
  });

  test('an erased account is an erasure, not a customer called [deleted]', () => {
    const erased = { ...readBody('customer.updated.json'), email: 'deleted@site.invalid', first_name: '[deleted]' };
    expect(eventsOf(parse('customer.updated', erased))).toEqual([
      { kind: 'customerErased', externalId: '2', email: null },
    ]);
  });

  test('a variation arrives as product.updated, and does not become a product beside its parent', () => {
    const variation = { ...readAnswer('rest-variation-create.json'), parent_id: 16 };
    expect(eventsOf(parse('product.updated', variation))).toEqual([{ kind: 'ignored', reason: 'product.variation' }]);
  });

  test('an order made by REST fires created and updated with one and the same state', () => {
    expect({ ...orderOf(parseRecording('order.updated-after-create.json')), updatedAt: 0 }).toEqual({
      ...orderOf(parseRecording('order.created-simple.json')),
      updatedAt: 0,
    });
  });

  test.for(['action.woocommerce_add_to_cart', 'coupon.created', 'coupon.updated'])('%s is of no use', (topic) => {
    expect(eventsOf(parse(topic, { id: 1, arg: 'x' }))).toEqual([{ kind: 'ignored', reason: 'topic.unused' }]);
  });

  test('a topic nobody knows yet is ignored, not refused', () => {
    expect(eventsOf(parse('booking.created', { id: 1 }))).toEqual([{ kind: 'ignored', reason: 'topic.unknown' }]);
  });
});
