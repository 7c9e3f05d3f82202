import { parseInstant } from '@regulars/core/shared';
import { describe, expect, test } from 'vitest';
import { eventsOf, order, orderWith, parse } from '../test/parse.ts';
import { readSample } from '../test/sample.ts';

const guest = readSample('order.upserted-guest.json');

describe('other events', () => {
  test('a refund names its order', () => {
    expect(eventsOf(parse(readSample('refund.created.json')))).toEqual([
      {
        kind: 'refundCreated',
        orderExternalId: 'A-1001',
        currency: 'EUR',
        refund: {
          externalId: 'R-1',
          createdAt: parseInstant('2026-11-25T10:00:00Z'),
          amountMinor: 1791,
          reason: 'size',
        },
      },
    ]);
  });

  test('a consent is changed by id, by address or by both', () => {
    const consent = { state: 'unsubscribed', at: parseInstant('2026-11-26T10:00:00Z'), source: 'shop-account' };
    expect(eventsOf(parse(readSample('customer.consent_changed.json')))).toEqual([
      { kind: 'consentChanged', externalId: 'C-77', email: 'jane.doe@example.com', consent },
    ]);
  });

  test.for([
    ['order.deleted', { externalId: 1 }, { kind: 'orderDeleted', externalId: '1' }],
    ['customer.deleted', { externalId: 'C-1' }, { kind: 'customerDeleted', externalId: 'C-1' }],
    ['product.deleted', { externalId: 'P-1' }, { kind: 'productDeleted', externalId: 'P-1' }],
    [
      'privacy.erase',
      { email: 'Ada@Buyer.test' },
      { kind: 'customerErased', externalId: null, email: 'Ada@Buyer.test' },
    ],
    ['ping', {}, { kind: 'ignored', reason: 'ping' }],
    ['cart.converted', { externalId: 'K-1', orderExternalId: 'A-1' }, { kind: 'checkoutDeleted', externalId: 'K-1' }],
    ['cart.deleted', { externalId: 'K-1' }, { kind: 'checkoutDeleted', externalId: 'K-1' }],
    ['cart.shared', {}, { kind: 'ignored', reason: 'type.unknown' }],
    ['toString', {}, { kind: 'ignored', reason: 'type.unknown' }],
  ] as const)('%s', ([type, data, event]) => {
    expect(eventsOf(parse({ spec: '1', type, data }))).toEqual([event]);
  });

  test.for([
    [{ email: 'Ada@Buyer.test' }, 'Ada@Buyer.test'],
    [{ customer: { externalId: 'C-1' }, email: 'ada@buyer.test' }, 'ada@buyer.test'],
    [{ customer: { email: 'bea@buyer.test' }, email: 'ada@buyer.test' }, 'bea@buyer.test'],
    [{}, undefined],
  ] as const)('the address of a cart with %j is %s', ([who, expected]) => {
    const data = {
      externalId: 'K-1',
      updatedAt: '2026-11-22T09:00:00Z',
      currency: 'EUR',
      totals: { grand: 1 },
      ...who,
    };
    const [event] = eventsOf(parse({ type: 'cart.upserted', data }));
    expect(event?.kind === 'checkoutUpserted' ? event.checkout.customer?.email : null).toBe(expected);
  });

  test('a cart’s way back has to be a web address', () => {
    const data = {
      externalId: 'K-1',
      updatedAt: '2026-11-22T09:00:00Z',
      currency: 'EUR',
      totals: { grand: 1 },
      recoveryUrl: 'javascript:alert(1)',
    };
    expect(parse({ type: 'cart.upserted', data })).toMatchObject({
      ok: false,
      failure: { code: 'webhook.body_invalid', path: '/data/recoveryUrl' },
    });
  });

  test('a customer comes out whole', () => {
    const data = {
      externalId: 5,
      email: 'ada@buyer.test',
      updatedAt: '2026-11-22T09:00:00Z',
      country: 'de',
      tags: ['vip'],
    };
    expect(eventsOf(parse({ type: 'customer.upserted', data }))).toEqual([
      {
        kind: 'customerUpserted',
        customer: {
          externalId: '5',
          email: 'ada@buyer.test',
          phone: null,
          firstName: null,
          lastName: null,
          locale: null,
          consent: null,
          createdAt: null,
          updatedAt: parseInstant('2026-11-22T09:00:00Z'),
          country: 'DE',
          tags: ['vip'],
        },
      },
    ]);
  });
});

describe('a batch', () => {
  test('gives its events in their order', () => {
    expect(
      eventsOf(parse(readSample('batch.json'))).map((event) => (event.kind === 'ignored' ? event.reason : event.kind)),
    ).toEqual(['productUpserted', 'checkoutDeleted', 'ping']);
  });

  test('with bad events uses the good ones and names the bad ones, each fit to be sent again by itself', () => {
    const bad = orderWith({ currency: 'XXX' });
    const events = eventsOf(parse({ spec: '1', events: [order, bad, 'nonsense', guest] }));
    expect(events.map(({ kind }) => kind)).toEqual(['orderUpserted', 'partRejected', 'partRejected', 'orderUpserted']);
    expect(events[1]).toMatchObject({
      rejection: { code: 'webhook.currency_unknown', path: '/events/1/data/currency' },
    });
    expect(events[2]).toMatchObject({
      rejection: { code: 'webhook.body_invalid', path: '/events/2' },
      part: '"nonsense"',
    });
    const part = events[1]?.kind === 'partRejected' ? events[1].part : '';
    expect(parse(part)).toMatchObject({ ok: false, failure: { path: '/data/currency' } });
    expect(parse(part.replace('XXX', 'EUR'))).toEqual(parse(order));
  });

  test('of nothing but bad events is refused as a whole', () => {
    expect(parse({ spec: '1', events: [{ type: 'order.upserted', data: {} }] })).toMatchObject({
      ok: false,
      failure: { path: '/events/0/data/externalId' },
    });
  });

  test('of 500 events is taken, of 501 it is not, and an empty one is nothing', () => {
    const ping = { type: 'ping', data: {} };
    expect(eventsOf(parse({ spec: '1', events: Array.from({ length: 500 }, () => ping) }))).toHaveLength(500);
    expect(parse({ spec: '1', events: Array.from({ length: 501 }, () => ping) })).toMatchObject({
      ok: false,
      failure: { code: 'webhook.batch_too_large', path: '/events' },
    });
    expect(eventsOf(parse({ spec: '1', events: [] }))).toEqual([{ kind: 'ignored', reason: 'batch.empty' }]);
  });
});

test('__proto__ anywhere in a body is harmless', () => {
  const hostile = JSON.stringify(order)
    .replaceAll('"gift_note"', '"__proto__":"polluted","constructor":"x","gift_note"')
    .replace('{"spec"', '{"__proto__":{"polluted":1},"spec"');
  const [event] = eventsOf(parse(hostile));
  expect(event?.kind === 'orderUpserted' && Object.getPrototypeOf(event.order.attributes)).toBe(Object.prototype);
  expect('polluted' in {}).toBe(false);
});

test('a byte order mark before the body does no harm', () => {
  expect(parse(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(JSON.stringify(order))])).ok).toBe(true);
});
