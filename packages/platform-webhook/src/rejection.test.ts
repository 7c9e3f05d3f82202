import { describe, expect, test } from 'vitest';
import { order, orderWith, parse } from '../test/parse.ts';
import { readSample } from '../test/sample.ts';

const [firstLine] = order.data['lines'] as readonly Record<string, unknown>[];

describe('bad input names the field and what would be right', () => {
  test.for([
    ['a date without a zone', { placedAt: '2026-11-22T10:00:00' }, '/data/placedAt', /states its zone/],
    ['a date that is none', { updatedAt: '2026-13-01T10:00:00Z' }, '/data/updatedAt', /states its zone/],
    [
      'a negative quantity',
      { lines: [firstLine, { ...firstLine, quantity: -1 }] },
      '/data/lines/1/quantity',
      /greater than zero/,
    ],
    [
      'a price that is a fraction',
      { lines: [{ ...firstLine, unitPrice: 19.9 }] },
      '/data/lines/0/unitPrice',
      /whole number of minor units/,
    ],
    [
      'a line too dear to count',
      { lines: [{ ...firstLine, unitPrice: 1e14, quantity: 1e6 }] },
      '/data/lines/0/unitPrice',
      /counted exactly/,
    ],
    ['a status nobody knows', { status: 'shipped' }, '/data/status', /pending, paid, fulfilled/],
    ['an id beyond 2^53', { externalId: 9_007_199_254_740_992 }, '/data/externalId', /text of 1 to 191/],
    [
      'an e-mail address that is none',
      { customer: { email: 'n/a' } },
      '/data/customer/email',
      /e-mail address or null/,
    ],
    ['a country by name', { billingAddress: { country: 'Germany' } }, '/data/billingAddress/country', /two letters/],
    ['no total', { totals: {} }, '/data/totals/grand', /whole number of minor units/],
  ] as const)('%s', ([, changes, path, message]) => {
    const parsed = parse(orderWith(changes));
    expect(parsed).toMatchObject({ ok: false, failure: { code: 'webhook.body_invalid', path } });
    if (!parsed.ok) expect(parsed.failure.message).toMatch(message);
  });

  test('a currency nobody knows', () => {
    expect(parse(orderWith({ currency: 'XXX' }))).toMatchObject({
      ok: false,
      failure: { code: 'webhook.currency_unknown', path: '/data/currency' },
    });
  });

  test('an erasure of nobody', () => {
    expect(parse({ type: 'privacy.erase', data: { email: '' } })).toMatchObject({
      ok: false,
      failure: { path: '/data/externalId', message: 'Must name the customer, by externalId or by email.' },
    });
  });

  test('a refund of nothing', () => {
    const refund = readSample('refund.created.json');
    expect(parse({ ...refund, data: { ...refund.data, amount: 0 } })).toMatchObject({
      ok: false,
      failure: { path: '/data/amount' },
    });
  });

  test.for(['', '{', '[]', '"x"', 'null', Buffer.from([0xff, 0xfe, 0x7b, 0x00])])(
    '%j is no JSON object in UTF-8',
    (body) => {
      expect(parse(body)).toMatchObject({ ok: false, failure: { code: 'webhook.body_not_json', path: '' } });
    },
  );

  test('a message never repeats what was sent', () => {
    const parsed = parse(orderWith({ customer: { email: 'secret person' }, status: 'secret status' }));
    expect(JSON.stringify(parsed)).not.toMatch(/secret/);
  });
});
