import { parseInstant } from '@regulars/core/shared';
import { describe, expect, test } from 'vitest';
import { eventsOf, order, orderWith, parse } from '../../test/parse.ts';
import { readSample } from '../../test/sample.ts';

const guest = readSample('order.upserted-guest.json');

/** The small order that is needed at least. */
const smallest = {
  externalId: 'A-1',
  placedAt: '2026-11-22T09:00:00Z',
  updatedAt: '2026-11-22T09:00:00Z',
  status: 'paid',
  currency: 'EUR',
  totals: { grand: 1990 },
};

describe('an order', () => {
  test('comes out whole', () => {
    const at = parseInstant('2026-10-01T08:00:00Z');
    expect(eventsOf(parse(order))).toEqual([
      {
        kind: 'orderUpserted',
        order: {
          externalId: 'A-1001',
          number: '1001',
          placedAt: parseInstant('2026-11-22T08:59:30Z'),
          paidAt: null,
          fulfilledAt: null,
          cancelledAt: null,
          updatedAt: parseInstant('2026-11-22T08:59:31Z'),
          status: 'paid',
          platformStatus: 'paid',
          currency: 'EUR',
          totals: {
            itemsMinor: 5980,
            discountMinor: 598,
            shippingMinor: 490,
            taxMinor: 938,
            grandMinor: 5872,
            refundedMinor: 0,
          },
          customer: {
            externalId: 'C-77',
            email: 'Jane.Doe@Example.com',
            phone: '+491701234567',
            firstName: 'Jane',
            lastName: 'Doe',
            locale: 'de-DE',
            consent: { state: 'subscribed', at, source: 'checkout' },
          },
          billingAddress: { country: 'DE', region: 'BE', city: 'Berlin', postcode: '10115' },
          shippingAddress: { country: 'DE', region: 'BE', city: 'Berlin', postcode: '10115' },
          lineItems: [
            {
              externalId: 'L1',
              productExternalId: 'P-1',
              variantExternalId: 'P-1-M',
              sku: 'TS-1-M',
              name: 'T-Shirt M',
              quantity: 2,
              subtotalMinor: 3980,
              discountMinor: 398,
              taxMinor: 0,
              categories: ['Shirts'],
              tags: ['summer'],
              isDigital: false,
            },
            {
              externalId: 'L2',
              productExternalId: 'P-9',
              variantExternalId: null,
              sku: 'EBOOK-1',
              name: 'E-Book',
              quantity: 1,
              subtotalMinor: 2000,
              discountMinor: 200,
              taxMinor: 0,
              categories: ['Books'],
              tags: [],
              isDigital: true,
            },
          ],
          refunds: [],
          couponCodes: ['welcome10'],
          source: {
            channel: 'web',
            landingPage: 'https://shop.example.com/?utm_source=newsletter&utm_medium=email&utm_campaign=nov',
            referrerUrl: 'https://mail.google.com/',
            utm: { source: 'newsletter', medium: 'email', campaign: 'nov' },
          },
          attributes: { gift_note: 'Alles Gute' },
          isTest: false,
          isRenewal: false,
        },
      },
    ]);
  });

  test('needs no more than id, dates, status, currency and total', () => {
    expect(eventsOf(parse({ type: 'order.upserted', data: smallest }))).toMatchObject([
      {
        order: {
          number: 'A-1',
          customer: null,
          lineItems: [],
          totals: { itemsMinor: 0, grandMinor: 1990 },
          status: 'paid',
        },
      },
    ]);
  });

  test('of a guest has a customer without id', () => {
    expect(eventsOf(parse(guest))).toMatchObject([
      { order: { customer: { externalId: null, email: 'gast@example.com' } } },
    ]);
  });

  test('whose customer has neither id nor address nor name belongs to nobody', () => {
    expect(eventsOf(parse(orderWith({ customer: { email: '', locale: 'de' } })))).toMatchObject([
      { order: { customer: null } },
    ]);
  });

  test('may have ids that are numbers, and they become text', () => {
    expect(
      eventsOf(parse(orderWith({ externalId: 9_007_199_254_740_991, customer: { externalId: 77 } }))),
    ).toMatchObject([{ order: { externalId: '9007199254740991', customer: { externalId: '77' } } }]);
  });

  test('is partially refunded by its amounts, or by word alone', () => {
    const totals = { grand: 1000, refunded: 400 };
    expect(eventsOf(parse(orderWith({ totals })))).toMatchObject([{ order: { status: 'partially_refunded' } }]);
    expect(eventsOf(parse(orderWith({ status: 'partially_refunded' })))).toMatchObject([
      { order: { status: 'partially_refunded' } },
    ]);
  });

  test('with tax on top counts it into items and lines', () => {
    const wire = {
      taxesIncluded: false,
      totals: { grand: 2499, tax: 399 },
      lines: [{ name: 'Cup', quantity: 2, unitPrice: 1050, tax: 399 }],
    };
    expect(eventsOf(parse(orderWith(wire)))).toMatchObject([
      { order: { totals: { itemsMinor: 2499, taxMinor: 399 }, lineItems: [{ subtotalMinor: 2499, taxMinor: 399 }] } },
    ]);
  });

  test('may be sold by weight', () => {
    expect(eventsOf(parse(orderWith({ lines: [{ name: 'Cheese', quantity: 0.333, unitPrice: 1990 }] })))).toMatchObject(
      [{ order: { lineItems: [{ subtotalMinor: 663 }] } }],
    );
  });
});

describe('money', () => {
  test.for([
    ['0.125', 1000, 12_500],
    ['0.35', 0.7, 25],
    ['0.004', 3, 1],
    ['19.90', 2, 3_980],
  ] as const)('of a line, %s times %d, is rounded once', ([unitPrice, quantity, subtotalMinor]) => {
    const wire = {
      type: 'order.upserted',
      data: { ...smallest, totals: { grand: '1.00' }, lines: [{ name: 'Screw', quantity, unitPrice }] },
    };
    expect(eventsOf(parse(wire, 'decimal'))).toMatchObject([{ order: { lineItems: [{ subtotalMinor }] } }]);
  });

  test('in decimals is read by digits in its currency', () => {
    const wire = (currency: string, grand: string): unknown => ({
      type: 'order.upserted',
      data: { ...smallest, currency, totals: { grand } },
    });
    expect(eventsOf(parse(wire('EUR', '19.90'), 'decimal'))).toMatchObject([
      { order: { totals: { grandMinor: 1990 } } },
    ]);
    expect(eventsOf(parse(wire('JPY', '1990'), 'decimal'))).toMatchObject([
      { order: { totals: { grandMinor: 1990 } } },
    ]);
    expect(eventsOf(parse(wire('KWD', '19.905'), 'decimal'))).toMatchObject([
      { order: { totals: { grandMinor: 19_905 } } },
    ]);
  });

  test.for([
    ['minor', 19.9],
    ['minor', '1990'],
    ['minor', -1],
    ['minor', 1e300],
    ['decimal', 19.9],
    ['decimal', 1990],
    ['decimal', '19,90'],
    ['decimal', '-19.90'],
    ['decimal', '1e3'],
  ] as const)('in %s is not written %j', ([format, grand]) => {
    const parsed = parse({ type: 'order.upserted', data: { ...smallest, totals: { grand } } }, format);
    expect(parsed).toMatchObject({ ok: false, failure: { code: 'webhook.body_invalid', path: '/data/totals/grand' } });
  });
});
