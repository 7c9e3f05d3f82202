import type { PlatformEvent } from '@regulars/adapter-contracts';
import { parseInstant, type Rejection, type Result } from '@regulars/core/shared';
import { describe, expect, test } from 'vitest';
import { readSample } from '../test/sample.ts';
import { parseWebhook } from './parse-webhook.ts';

type Parsed = Result<readonly PlatformEvent[], Rejection>;

function parse(body: unknown, moneyFormat: 'minor' | 'decimal' = 'minor'): Parsed {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return parseWebhook({ topic: '', headers: {}, body: bytes }, { moneyFormat });
}

function eventsOf(parsed: Parsed): readonly PlatformEvent[] {
  if (!parsed.ok) throw new Error(`${parsed.failure.code} ${parsed.failure.path}: ${parsed.failure.message}`);
  return parsed.value;
}

const order = readSample('order.upserted.json');
const guest = readSample('order.upserted-guest.json');
const [firstLine] = order.data['lines'] as readonly Record<string, unknown>[];

function orderWith(changes: Readonly<Record<string, unknown>>): unknown {
  return { ...order, data: { ...order.data, ...changes } };
}

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
          totals: { itemsMinor: 5980, discountMinor: 598, shippingMinor: 490, taxMinor: 938, grandMinor: 5872, refundedMinor: 0 },
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
      { order: { number: 'A-1', customer: null, lineItems: [], totals: { itemsMinor: 0, grandMinor: 1990 }, status: 'paid' } },
    ]);
  });

  test('of a guest has a customer without id', () => {
    expect(eventsOf(parse(guest))).toMatchObject([{ order: { customer: { externalId: null, email: 'gast@example.com' } } }]);
  });

  test('whose customer has neither id nor address nor name belongs to nobody', () => {
    expect(eventsOf(parse(orderWith({ customer: { email: '', locale: 'de' } })))).toMatchObject([{ order: { customer: null } }]);
  });

  test('may have ids that are numbers, and they become text', () => {
    expect(eventsOf(parse(orderWith({ externalId: 9_007_199_254_740_991, customer: { externalId: 77 } })))).toMatchObject([
      { order: { externalId: '9007199254740991', customer: { externalId: '77' } } },
    ]);
  });

  test('is partially refunded by its amounts, or by word alone', () => {
    const totals = { grand: 1000, refunded: 400 };
    expect(eventsOf(parse(orderWith({ totals })))).toMatchObject([{ order: { status: 'partially_refunded' } }]);
    expect(eventsOf(parse(orderWith({ status: 'partially_refunded' })))).toMatchObject([{ order: { status: 'partially_refunded' } }]);
  });

  test('with tax on top counts it into items and lines', () => {
    const wire = { taxesIncluded: false, totals: { grand: 2499, tax: 399 }, lines: [{ name: 'Cup', quantity: 2, unitPrice: 1050, tax: 399 }] };
    expect(eventsOf(parse(orderWith(wire)))).toMatchObject([{ order: { totals: { itemsMinor: 2499, taxMinor: 399 }, lineItems: [{ subtotalMinor: 2499, taxMinor: 399 }] } }]);
  });

  test('may be sold by weight', () => {
    expect(eventsOf(parse(orderWith({ lines: [{ name: 'Cheese', quantity: 0.333, unitPrice: 1990 }] })))).toMatchObject([{ order: { lineItems: [{ subtotalMinor: 663 }] } }]);
  });
});

describe('money', () => {
  test('in decimals is read by digits in its currency', () => {
    const wire = (currency: string, grand: string): unknown => ({ type: 'order.upserted', data: { ...smallest, currency, totals: { grand } } });
    expect(eventsOf(parse(wire('EUR', '19.90'), 'decimal'))).toMatchObject([{ order: { totals: { grandMinor: 1990 } } }]);
    expect(eventsOf(parse(wire('JPY', '1990'), 'decimal'))).toMatchObject([{ order: { totals: { grandMinor: 1990 } } }]);
    expect(eventsOf(parse(wire('KWD', '19.905'), 'decimal'))).toMatchObject([{ order: { totals: { grandMinor: 19_905 } } }]);
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

describe('other events', () => {
  test('a refund names its order', () => {
    expect(eventsOf(parse(readSample('refund.created.json')))).toEqual([
      { kind: 'refundCreated', orderExternalId: 'A-1001', refund: { externalId: 'R-1', createdAt: parseInstant('2026-11-25T10:00:00Z'), amountMinor: 1791, reason: 'size' } },
    ]);
  });

  test('a consent is changed by id, by address or by both', () => {
    const consent = { state: 'unsubscribed', at: parseInstant('2026-11-26T10:00:00Z'), source: 'shop-account' };
    expect(eventsOf(parse(readSample('customer.consent_changed.json')))).toEqual([{ kind: 'consentChanged', externalId: 'C-77', email: 'jane.doe@example.com', consent }]);
  });

  test.for([
    ['order.deleted', { externalId: 1 }, { kind: 'orderDeleted', externalId: '1' }],
    ['customer.deleted', { externalId: 'C-1' }, { kind: 'customerDeleted', externalId: 'C-1' }],
    ['product.deleted', { externalId: 'P-1' }, { kind: 'productDeleted', externalId: 'P-1' }],
    ['privacy.erase', { email: 'Ada@Buyer.test' }, { kind: 'customerErased', externalId: null, email: 'Ada@Buyer.test' }],
    ['ping', {}, { kind: 'ignored', reason: 'ping' }],
    ['cart.converted', {}, { kind: 'ignored', reason: 'type.unknown' }],
    ['toString', {}, { kind: 'ignored', reason: 'type.unknown' }],
  ] as const)('%s', ([type, data, event]) => {
    expect(eventsOf(parse({ spec: '1', type, data }))).toEqual([event]);
  });

  test('a customer comes out whole', () => {
    const data = { externalId: 5, email: 'ada@buyer.test', updatedAt: '2026-11-22T09:00:00Z', country: 'de', tags: ['vip'] };
    expect(eventsOf(parse({ type: 'customer.upserted', data }))).toEqual([
      {
        kind: 'customerUpserted',
        customer: { externalId: '5', email: 'ada@buyer.test', phone: null, firstName: null, lastName: null, locale: null, consent: null, createdAt: null, updatedAt: parseInstant('2026-11-22T09:00:00Z'), country: 'DE', tags: ['vip'] },
      },
    ]);
  });
});

describe('a batch', () => {
  test('gives its events in their order', () => {
    expect(eventsOf(parse(readSample('batch.json'))).map((event) => (event.kind === 'ignored' ? event.reason : event.kind))).toEqual(['productUpserted', 'type.unknown', 'ping']);
  });

  test('with bad events uses the good ones and names the bad ones, each fit to be sent again by itself', () => {
    const bad = orderWith({ currency: 'XXX' });
    const events = eventsOf(parse({ spec: '1', events: [order, bad, 'nonsense', guest] }));
    expect(events.map(({ kind }) => kind)).toEqual(['orderUpserted', 'partRejected', 'partRejected', 'orderUpserted']);
    expect(events[1]).toMatchObject({ rejection: { code: 'webhook.currency_unknown', path: '/events/1/data/currency' } });
    expect(events[2]).toMatchObject({ rejection: { code: 'webhook.body_invalid', path: '/events/2' }, part: '"nonsense"' });
    const part = events[1]?.kind === 'partRejected' ? events[1].part : '';
    expect(parse(part)).toMatchObject({ ok: false, failure: { path: '/data/currency' } });
    expect(parse(part.replace('XXX', 'EUR'))).toEqual(parse(order));
  });

  test('of nothing but bad events is refused as a whole', () => {
    expect(parse({ spec: '1', events: [{ type: 'order.upserted', data: {} }] })).toMatchObject({ ok: false, failure: { path: '/events/0/data/externalId' } });
  });

  test('of 500 events is taken, of 501 it is not, and an empty one is nothing', () => {
    const ping = { type: 'ping', data: {} };
    expect(eventsOf(parse({ spec: '1', events: Array.from({ length: 500 }, () => ping) }))).toHaveLength(500);
    expect(parse({ spec: '1', events: Array.from({ length: 501 }, () => ping) })).toMatchObject({ ok: false, failure: { code: 'webhook.batch_too_large', path: '/events' } });
    expect(eventsOf(parse({ spec: '1', events: [] }))).toEqual([{ kind: 'ignored', reason: 'batch.empty' }]);
  });
});

describe('bad input names the field and what would be right', () => {
  test.for([
    ['a date without a zone', { placedAt: '2026-11-22T10:00:00' }, '/data/placedAt', /states its zone/],
    ['a date that is none', { updatedAt: '2026-13-01T10:00:00Z' }, '/data/updatedAt', /states its zone/],
    ['a negative quantity', { lines: [firstLine, { ...firstLine, quantity: -1 }] }, '/data/lines/1/quantity', /greater than zero/],
    ['a price that is a fraction', { lines: [{ ...firstLine, unitPrice: 19.9 }] }, '/data/lines/0/unitPrice', /whole number of minor units/],
    ['a line too dear to count', { lines: [{ ...firstLine, unitPrice: 1e14, quantity: 1e6 }] }, '/data/lines/0/unitPrice', /counted exactly/],
    ['a status nobody knows', { status: 'shipped' }, '/data/status', /pending, paid, fulfilled/],
    ['an id beyond 2^53', { externalId: 9_007_199_254_740_992 }, '/data/externalId', /text of 1 to 191/],
    ['an e-mail address that is none', { customer: { email: 'n/a' } }, '/data/customer/email', /e-mail address or null/],
    ['a country by name', { billingAddress: { country: 'Germany' } }, '/data/billingAddress/country', /two letters/],
    ['no total', { totals: {} }, '/data/totals/grand', /whole number of minor units/],
  ] as const)('%s', ([, changes, path, message]) => {
    const parsed = parse(orderWith(changes));
    expect(parsed).toMatchObject({ ok: false, failure: { code: 'webhook.body_invalid', path } });
    if (!parsed.ok) expect(parsed.failure.message).toMatch(message);
  });

  test('a currency nobody knows', () => {
    expect(parse(orderWith({ currency: 'XXX' }))).toMatchObject({ ok: false, failure: { code: 'webhook.currency_unknown', path: '/data/currency' } });
  });

  test('an erasure of nobody', () => {
    expect(parse({ type: 'privacy.erase', data: { email: '' } })).toMatchObject({ ok: false, failure: { path: '/data/externalId', message: 'Must name the customer, by externalId or by email.' } });
  });

  test('a refund of nothing', () => {
    const refund = readSample('refund.created.json');
    expect(parse({ ...refund, data: { ...refund.data, amount: 0 } })).toMatchObject({ ok: false, failure: { path: '/data/amount' } });
  });

  test.for(['', '{', '[]', '"x"', 'null', Buffer.from([0xff, 0xfe, 0x7b, 0x00])])('%j is no JSON object in UTF-8', (body) => {
    expect(parse(body)).toMatchObject({ ok: false, failure: { code: 'webhook.body_not_json', path: '' } });
  });

  test('a message never repeats what was sent', () => {
    const parsed = parse(orderWith({ customer: { email: 'secret person' }, status: 'secret status' }));
    expect(JSON.stringify(parsed)).not.toMatch(/secret/);
  });
});

test('__proto__ anywhere in a body is harmless', () => {
  const hostile = JSON.stringify(order).replaceAll('"gift_note"', '"__proto__":"polluted","constructor":"x","gift_note"').replace('{"spec"', '{"__proto__":{"polluted":1},"spec"');
  const [event] = eventsOf(parse(hostile));
  expect(event?.kind === 'orderUpserted' && Object.getPrototypeOf(event.order.attributes)).toBe(Object.prototype);
  expect('polluted' in {}).toBe(false);
});

test('a byte order mark before the body does no harm', () => {
  expect(parse(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(JSON.stringify(order))])).ok).toBe(true);
});
