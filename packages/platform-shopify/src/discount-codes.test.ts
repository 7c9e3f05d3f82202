import type { PlatformConnection } from '@regulars/adapter-contracts';
import { adapterErrorOf, startFakeShopify, type FakeShopify } from '@regulars/adapter-testkit';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reward, usd } from '../test/reward.ts';
import { connectTo, instant } from '../test/store.ts';

let store: FakeShopify;
let connection: PlatformConnection;
beforeEach(async () => {
  store = await startFakeShopify();
  connection = connectTo(store);
});
afterEach(() => store.close());

describe('a discount code', () => {
  test('is made as a discount that its holder can use, once', async () => {
    const made = await connection.createDiscountCode(reward);
    expect(made).toEqual({
      externalId: expect.stringMatching(/^\d+$/),
      code: reward.code,
      rewardId: reward.rewardId,
      timesUsed: 0,
    });
    expect(store.discounts[0]?.input).toMatchObject({
      code: 'FRIEND-7F3K',
      title: 'FRIEND-7F3K',
      usageLimit: 1,
      appliesOncePerCustomer: true,
      endsAt: '2027-01-31T22:59:59.000Z',
      context: { all: 'ALL' },
      customerGets: { value: { percentage: 0.15 }, items: { all: true } },
      minimumRequirement: { subtotal: { greaterThanOrEqualToSubtotal: '40.00' } },
    });
  });

  test('may be an amount, without end, for some products', async () => {
    await connection.createDiscountCode({
      ...reward,
      discount: { kind: 'fixed', amount: { amountMinor: 1_050, currency: usd } },
      expiresAt: null,
      minimumSpend: null,
      productExternalIds: ['14', '15'],
    });
    expect(store.discounts[0]?.input).toMatchObject({
      endsAt: null,
      customerGets: {
        value: { discountAmount: { amount: '10.50', appliesOnEachItem: false } },
        items: { products: { productsToAdd: ['gid://shopify/Product/14', 'gid://shopify/Product/15'] } },
      },
    });
    expect(store.discounts[0]?.input).not.toHaveProperty('minimumRequirement');
  });

  test('may waive the shipping, beside what lowers prices', async () => {
    await connection.createDiscountCode({ ...reward, discount: { kind: 'freeShipping' } });
    expect(store.discounts).toMatchObject([
      {
        kind: 'DiscountCodeFreeShipping',
        input: { destination: { all: true }, combinesWith: { orderDiscounts: true } },
      },
    ]);
    expect(store.discounts[0]?.input).not.toHaveProperty('customerGets');
    expect(await connection.findDiscountCode(reward.code)).toMatchObject({ rewardId: reward.rewardId });
  });

  test('may give one piece of a product, whatever its variant, by taking its price off once', async () => {
    const fields = { priceRangeV2: { maxVariantPrice: { amount: '24.5' } } };
    const id = store.addProduct({ title: 'Mug', updatedAt: '2026-11-01T00:00:00Z', fields });
    await connection.createDiscountCode({
      ...reward,
      discount: { kind: 'freeGift', productExternalId: id },
      minimumSpend: null,
    });
    expect(store.discounts[0]?.input).toMatchObject({
      usageLimit: 1,
      customerGets: {
        value: { discountAmount: { amount: '24.5', appliesOnEachItem: false } },
        items: { products: { productsToAdd: [`gid://shopify/Product/${id}`] } },
      },
    });
  });

  test.for([
    ['the store does not have', { discount: { kind: 'freeGift', productExternalId: '999' }, minimumSpend: null }],
    ['has no number', { discount: { kind: 'freeGift', productExternalId: 'mug' }, minimumSpend: null }],
    [
      'asks for a minimum spend, which would be one on the gift',
      { discount: { kind: 'freeGift', productExternalId: '1' } },
    ],
    [
      'is for some products',
      { discount: { kind: 'freeGift', productExternalId: '1' }, minimumSpend: null, productExternalIds: ['2'] },
    ],
  ] as const)('for a gift that %s is refused, and none is made', async ([, changes]) => {
    expect(await adapterErrorOf(connection.createDiscountCode({ ...reward, ...changes }))).toMatchObject({
      kind: 'invalid',
      outcome: 'notDone',
    });
    expect(store.discounts).toEqual([]);
  });

  test('for one person is bound to the customer the store knows by the address', async () => {
    const id = store.addCustomer({ email: 'Ada@Buyer.test', updatedAt: '2026-11-01T00:00:00Z' });
    await connection.createDiscountCode({ ...reward, restrictedToEmail: 'ada@buyer.test' });
    expect(store.discounts[0]?.input['context']).toEqual({ customers: { add: [`gid://shopify/Customer/${id}`] } });
  });

  test('for somebody the store does not know is not made: it would be anybody’s', async () => {
    const work = connection.createDiscountCode({ ...reward, restrictedToEmail: 'nobody@buyer.test' });
    expect(await adapterErrorOf(work)).toMatchObject({ kind: 'notFound', outcome: 'notDone' });
    expect(store.discounts).toEqual([]);
  });

  test('is found in any case, with whose it is and how often it was used', async () => {
    const { externalId } = await connection.createDiscountCode(reward);
    (store.discounts[0] ?? { asyncUsageCount: 0 }).asyncUsageCount = 1;
    expect(await connection.findDiscountCode('friend-7f3k')).toEqual({
      externalId,
      code: 'FRIEND-7F3K',
      rewardId: reward.rewardId,
      timesUsed: 1,
    });
  });

  test('of a share that has no exact binary fraction is the share that was meant, and holds at once', async () => {
    await connection.createDiscountCode({ ...reward, discount: { kind: 'percent', percent: 33.3 } });
    const input = store.discounts[0]?.input as { readonly startsAt: string } | undefined;
    expect(input).toMatchObject({ customerGets: { value: { percentage: 0.333 } } });
    expect(Date.parse(input?.startsAt ?? '')).toBeLessThan(Date.now());
  });

  test.for([0, -5, 101, Number.NaN])('of %d per cent is refused before the store is asked', async (percent) => {
    const work = connection.createDiscountCode({ ...reward, discount: { kind: 'percent', percent } });
    expect(await adapterErrorOf(work)).toMatchObject({ kind: 'invalid', outcome: 'notDone' });
    expect(store.requests).toEqual([]);
  });

  test('that Shopify refuses in a 200 is invalid, and not made', async () => {
    const past = { ...reward, expiresAt: instant('2020-01-01T00:00:00Z') };
    expect(await adapterErrorOf(connection.createDiscountCode(past))).toMatchObject({
      kind: 'invalid',
      outcome: 'notDone',
    });
    expect(store.discounts).toEqual([]);
  });

  test('is deleted for good, and deleting it again is no error', async () => {
    const { externalId } = await connection.createDiscountCode(reward);
    await connection.deleteDiscountCode(externalId);
    await connection.deleteDiscountCode(externalId);
    expect(store.discounts).toEqual([]);
    expect(await adapterErrorOf(connection.deleteDiscountCode('gid://shopify/Order/1'))).toMatchObject({
      kind: 'invalid',
    });
  });
});
