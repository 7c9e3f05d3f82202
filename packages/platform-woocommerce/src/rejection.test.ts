import { describe, expect, test } from 'vitest';
import { parse, simple } from '../test/parse.ts';

describe('bad input names the field and what would be right', () => {
  const [first] = simple['line_items'] as readonly object[];
  test.for([
    ['a currency nobody knows', { currency: 'XXX' }, { code: 'woocommerce.unknown_currency', path: '/currency' }],
    [
      'a negative quantity',
      { line_items: [first, { ...first, quantity: -1 }] },
      { code: 'woocommerce.invalid', path: '/line_items/1/quantity', message: 'Must be greater than zero.' },
    ],
    ['a total that is a fraction', { total: 19.9 }, { code: 'woocommerce.invalid', path: '/total' }],
    ['a total with a comma', { total: '19,90' }, { code: 'woocommerce.invalid', path: '/total' }],
    ['no total', { total: undefined }, { code: 'woocommerce.invalid', path: '/total' }],
    [
      'a date that is none',
      { date_created_gmt: 'yesterday' },
      { code: 'woocommerce.invalid', path: '/date_created_gmt' },
    ],
    [
      'a number of zero',
      { id: 0 },
      { code: 'woocommerce.invalid', path: '/id', message: 'Must be greater than zero.' },
    ],
    [
      'no lines',
      { line_items: null },
      { code: 'woocommerce.invalid', path: '/line_items', message: 'Must be a list.' },
    ],
  ] as const)('%s', ([, changes, expected]) => {
    expect(parse('order.updated', { ...simple, ...changes })).toMatchObject({ ok: false, failure: expected });
  });

  test.for(['', '{"id":18,"total":"122', '[]', 'null', '42', '<html>', '\u0000'])('%j is no JSON object', (body) => {
    expect(parse('order.updated', body)).toMatchObject({
      ok: false,
      failure: { code: 'woocommerce.not_json', path: '' },
    });
  });

  test('bytes that are no UTF-8 are refused, a byte order mark is not', () => {
    const bytes = Buffer.from(JSON.stringify(simple));
    const read = (body: Buffer): boolean => parse('order.updated', body).ok;
    expect(read(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]))).toBe(true);
    expect(read(Buffer.concat([bytes.subarray(0, -1), Buffer.from([0x22, 0xff, 0x22, 0x7d])]))).toBe(false);
  });
});
