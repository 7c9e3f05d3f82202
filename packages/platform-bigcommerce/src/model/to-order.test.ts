import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventsOf, getResource, read, readChanged, readOrderWith } from '../../test/samples.ts';

const refund = (amount: number, declined: readonly boolean[] = [false]) => ({
  id: 1,
  order_id: 305,
  created: '2026-11-03T16:44:15+00:00',
  reason: '',
  total_amount: amount,
  payments: declined.map((isDeclined) => ({ is_declined: isDeclined })),
});

describe('the status', () => {
  test.for([
    [1, 'pending'],
    [2, 'fulfilled'],
    [3, 'paid'],
    [4, 'refunded'],
    [5, 'cancelled'],
    [6, 'cancelled'],
    [7, 'pending'],
    [8, 'paid'],
    [9, 'paid'],
    [10, 'fulfilled'],
    [11, 'paid'],
    [12, 'pending'],
    [13, 'paid'],
    [14, 'partially_refunded'],
    [99, 'pending'],
  ] as const)('%i is %s, whatever the store calls it', async ([statusId, status]) => {
    expect(await readOrderWith({ status_id: statusId, status: 'Yay', payment_status: '' })).toMatchObject({ status });
  });

  test.for([
    [{ status_id: 11, payment_status: 'declined' }, 'cancelled'],
    [{ status_id: 7, payment_status: 'authorized' }, 'pending'],
    [{ status_id: 7, payment_status: 'paid' }, 'paid'],
    [{ status_id: 10, payment_status: 'partially refunded' }, 'partially_refunded'],
    [{ status_id: 10, payment_status: 'refunded' }, 'refunded'],
  ] as const)('%j is %s: the payment has a say', async ([changes, status]) => {
    expect(await readOrderWith(changes)).toMatchObject({ status });
  });

  test.for([
    [10, [false], 'partially_refunded', 1000],
    [48.6, [false], 'refunded', 4860],
    [10, [true, false], 'partially_refunded', 1000],
    [10, [true, true], 'paid', 0],
  ] as const)(
    'after a refund of %f with payments declined: %j is %s',
    async ([amount, declined, status, refundedMinor]) => {
      const order = await readOrderWith({}, [refund(amount, declined)]);
      expect(order).toMatchObject({ status, totals: { refundedMinor } });
    },
  );
});

test.for([
  [{ default_currency_code: 'PTS' }, 'bigcommerce.unknown_currency', '/default_currency_code'],
  [{ date_created: 'yesterday' }, 'bigcommerce.invalid', '/date_created'],
  [{ total_inc_tax: '1,50' }, 'bigcommerce.invalid', '/total_inc_tax'],
  [{ consignments: { url: 'https://api.bigcommerce.com' } }, 'bigcommerce.invalid', '/consignments/url'],
] as const)('%j is rejected as %s', async ([changes, code, path]) => {
  expect(await readChanged(changes)).toMatchObject({ ok: false, failure: { code, path } });
});

test('an order of another storefront is not this store’s', async () => {
  const sample = getResource('order.test-gateway');
  expect(eventsOf(await read(sample, { channelId: 1 }))).toMatchObject([{ kind: 'orderUpserted' }]);
  expect(eventsOf(await read(sample, { channelId: 2 }))).toEqual([{ kind: 'ignored', reason: 'order.other_channel' }]);
});

test('a coupon that waived the shipping is looked for, though nothing was taken off the prices', async () => {
  const { reference, answers } = getResource('order.test-gateway');
  const path = `v2/orders/${reference.externalId}`;
  const order = { ...(answers[path] as object), shipping_cost_inc_tax: '0.0000', total_inc_tax: '43.2000' };
  const coupons = [{ id: 1, code: 'SHIP-7F3K ' }];
  const result = await read({ reference, answers: { ...answers, [path]: order, [`${path}/coupons`]: coupons } });
  expect(eventsOf(result)).toMatchObject([{ order: { couponCodes: ['ship-7f3k'] } }]);
});

test('amounts that add up on the store’s side add up here', async () => {
  const part = fc.integer({ min: 0, max: 10_000_000 });
  const parts = fc.record({
    goods: part,
    shipping: part,
    handling: part,
    wrapping: part,
    fee: part,
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  const decimal = (minor: number): string => (minor / 100).toFixed(4);
  await fc.assert(
    fc.asyncProperty(parts, async ({ goods, shipping, handling, wrapping, fee, share }) => {
      const discount = Math.floor(goods * share);
      const order = await readOrderWith({
        subtotal_inc_tax: decimal(goods),
        shipping_cost_inc_tax: decimal(shipping),
        handling_cost_inc_tax: decimal(handling),
        wrapping_cost_inc_tax: decimal(wrapping),
        fees: [{ cost_inc_tax: decimal(fee) }],
        discount_amount: decimal(discount - Math.floor(discount / 2)),
        coupon_discount: decimal(Math.floor(discount / 2)),
        total_inc_tax: decimal(goods + shipping + handling + wrapping + fee - discount),
      });
      const { itemsMinor, discountMinor, shippingMinor, grandMinor } = order.totals;
      expect(itemsMinor - discountMinor + shippingMinor).toBe(grandMinor);
    }),
  );
});

test('whatever stands in the place of any field of an order, reading answers and does not throw', async () => {
  const { reference, answers } = getResource('order.partial-refund');
  const path = `v2/orders/${reference.externalId}`;
  const fields = Object.keys(answers[path] as object);
  const nonsense = fc.oneof(fc.jsonValue(), fc.constantFrom(null, '', 0, -1, 1e21, [], {}));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...fields), nonsense, async (field, value) => {
      const order = { ...(answers[path] as object), [field]: value };
      const result = await read({ reference, answers: { ...answers, [path]: order } }).catch((error: unknown) => {
        // The order's number leads to what is kept beside it; another one leads to nothing.
        if (field === 'id') return null;
        throw error;
      });
      if (result?.ok === false) expect(result.failure.path.startsWith('/')).toBe(true);
    }),
  );
});
