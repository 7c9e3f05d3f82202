import type { PlatformConnection } from '@regulars/adapter-contracts';
import { adapterErrorOf, startFakeWooCommerce, type FakeWooCommerce } from '@regulars/adapter-testkit';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eur, reward } from '../test/reward.ts';
import { connect } from './connect.ts';

const context = { timeoutMs: 10_000, allowPrivateNetwork: true };

let store: FakeWooCommerce;
let connection: PlatformConnection;
beforeEach(async () => {
  store = await startFakeWooCommerce();
  connection = connect(store, context);
});
afterEach(() => store.close());

describe('a discount code', () => {
  test('is made as a coupon that only its holder can use, once', async () => {
    expect(await connection.createDiscountCode(reward)).toEqual({
      externalId: '101',
      code: 'friend-7f3k',
      rewardId: reward.rewardId,
      timesUsed: 0,
    });
    expect(store.coupons).toMatchObject([
      {
        code: 'friend-7f3k',
        discount_type: 'percent',
        amount: '15.00',
        usage_limit: 1,
        usage_limit_per_user: 1,
        individual_use: true,
        minimum_amount: '40.00',
        email_restrictions: [],
        description: 'For a friend of Ada',
      },
    ]);
  });

  test('expires at its instant, though date_expires_gmt is ignored and date_expires is local', async () => {
    await connection.createDiscountCode(reward);
    expect(store.coupons[0]).toMatchObject({
      date_expires: '2027-01-31T23:59:59',
      date_expires_gmt: '2027-01-31T22:59:59',
    });
  });

  test('may be an amount, without end, for one person', async () => {
    await connection.createDiscountCode({
      ...reward,
      discount: { kind: 'fixed', amount: { amountMinor: 1_050, currency: eur } },
      expiresAt: null,
      minimumSpend: null,
      restrictedToEmail: 'Ada@Buyer.test',
    });
    expect(store.coupons[0]).toMatchObject({
      discount_type: 'fixed_cart',
      amount: '10.50',
      date_expires: null,
      minimum_amount: '0.00',
      email_restrictions: ['ada@buyer.test'],
    });
  });

  test('may waive the shipping, and may be for some products only', async () => {
    await connection.createDiscountCode({
      ...reward,
      discount: { kind: 'freeShipping' },
      productExternalIds: ['14', '15'],
    });
    const posted = store.requests.find(({ method }) => method === 'POST')?.body.toString() ?? '';
    expect(JSON.parse(posted)).toMatchObject({
      discount_type: 'fixed_cart',
      amount: '0',
      free_shipping: true,
      product_ids: [14, 15],
    });
  });

  test('of an amount for some products takes it off one piece of them, and not off the whole basket', async () => {
    const discount = { kind: 'fixed', amount: { amountMinor: 1_050, currency: eur } } as const;
    await connection.createDiscountCode({ ...reward, discount, productExternalIds: ['14', '15'] });
    expect(store.coupons).toMatchObject([
      { discount_type: 'fixed_product', amount: '10.50', product_ids: [14, 15], limit_usage_to_x_items: 1 },
    ]);
  });

  test('may give one piece of a product', async () => {
    await connection.createDiscountCode({ ...reward, discount: { kind: 'freeGift', productExternalId: '14' } });
    expect(store.coupons).toMatchObject([
      {
        discount_type: 'percent',
        amount: '100.00',
        product_ids: [14],
        limit_usage_to_x_items: 1,
        minimum_amount: '40.00',
      },
    ]);
  });

  test.for([
    ['a gift without a number', { discount: { kind: 'freeGift', productExternalId: 'mug' } }],
    [
      'a gift that is limited to others',
      { discount: { kind: 'freeGift', productExternalId: '1' }, productExternalIds: ['2'] },
    ],
    ['products without a number', { productExternalIds: ['mug'] }],
  ] as const)('for %s is refused before the store is asked', async ([, changes]) => {
    expect(await adapterErrorOf(connection.createDiscountCode({ ...reward, ...changes }))).toMatchObject({
      kind: 'invalid',
      outcome: 'notDone',
    });
    expect(store.requests).toEqual([]);
  });

  test('is found in any case, with whose it is and how often it was used', async () => {
    await connection.createDiscountCode(reward);
    (store.coupons[0] ?? { usage_count: 0 }).usage_count = 1;
    expect(await connection.findDiscountCode('Friend-7f3K')).toEqual({
      externalId: '101',
      code: 'friend-7f3k',
      rewardId: reward.rewardId,
      timesUsed: 1,
    });
    expect(await connection.findDiscountCode('FRIEND')).toBeNull();
  });

  test('with signs that OAuth has to encode is found over plain http', async () => {
    const code = "ada's gift (5€) + more*!";
    await connection.createDiscountCode({ ...reward, code });
    expect(await connection.findDiscountCode(code)).toMatchObject({ code });
  });

  test('that exists in any case is refused as a duplicate', async () => {
    await connection.createDiscountCode(reward);
    expect(await adapterErrorOf(connection.createDiscountCode({ ...reward, code: 'friend-7f3k' }))).toMatchObject({
      kind: 'invalid',
      outcome: 'notDone',
    });
    expect(store.coupons).toHaveLength(1);
  });

  test.for([0, -5, 101, Number.NaN])('of %d per cent is refused before the store is asked', async (percent) => {
    expect(
      await adapterErrorOf(connection.createDiscountCode({ ...reward, discount: { kind: 'percent', percent } })),
    ).toMatchObject({ kind: 'invalid', outcome: 'notDone' });
    expect(store.requests).toEqual([]);
  });

  test('is deleted for good, and deleting it again is no error', async () => {
    const { externalId } = await connection.createDiscountCode(reward);
    await connection.deleteDiscountCode(externalId);
    await connection.deleteDiscountCode(externalId);
    expect(store.coupons).toEqual([]);
    expect(await adapterErrorOf(connection.deleteDiscountCode('../orders/1'))).toMatchObject({ kind: 'invalid' });
  });
});
