import type { AdapterNotice, DiscountCode, PlatformConnection } from '@regulars/adapter-contracts';
import { startFakeShopify, type FakeShopify, adapterErrorOf } from '@regulars/adapter-testkit';
import { parseCurrency, type CurrencyCode } from '@regulars/core/shared';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readFixture } from '../test/samples.ts';
import { connectTo, instant } from '../test/store.ts';

const usd = parseCurrency('USD') as CurrencyCode;
const reward: DiscountCode = {
  code: 'FRIEND-7F3K',
  rewardId: '01930000-0000-7000-8000-000000000001',
  discount: { kind: 'percent', percent: 15 },
  usageLimit: 1,
  expiresAt: instant('2027-01-31T22:59:59Z'),
  minimumSpend: { amountMinor: 4_000, currency: usd },
  restrictedToEmail: null,
  description: 'For a friend of Ada',
};

let store: FakeShopify;
let connection: PlatformConnection;
beforeEach(async () => {
  store = await startFakeShopify();
  connection = connectTo(store);
});
afterEach(() => store.close());

describe('access', () => {
  test('is checked by reading who the store is', async () => {
    expect(await connection.checkAccess()).toEqual({ storeName: 'Fake shop', currency: 'USD', warnings: [] });
  });

  test('without permissions is forbidden, and each is named with what it is for', async () => {
    const poor = await startFakeShopify({ scopes: ['read_orders', 'write_products'] });
    const error = await adapterErrorOf(connectTo(poor).checkAccess());
    expect(error).toMatchObject({ kind: 'forbidden', outcome: 'notDone' });
    expect(error.message).toContain('read_customers (to read customers and what they consented to), write_discounts');
    expect(error.message).not.toContain('read_products');
    await poor.close();
  });

  test('to 60 days of orders only is told as a warning', async () => {
    const scopes = ['read_orders', 'read_customers', 'read_products', 'write_discounts'];
    const recent = await startFakeShopify({ scopes });
    expect((await connectTo(recent).checkAccess()).warnings).toEqual([
      'Without the permission read_all_orders only orders of the last 60 days are seen.',
    ]);
    await recent.close();
  });
});

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

describe('when a discount is to be made and', () => {
  const file = (name: string) => JSON.stringify(readFixture(`graphql-2026-10/${name}.json`));

  test.for([
    ['the limit is used up, in a 200', 'error.throttled', { kind: 'rateLimited', retryAfterMs: 840 }],
    ['the query is too costly', 'error.max-cost-exceeded', { kind: 'invalid' }],
  ] as const)('%s, it is certainly not made', async ([, name, expected]) => {
    store.fail({ kind: 'answerInstead', status: 200, body: file(name) });
    expect(await adapterErrorOf(connection.createDiscountCode(reward))).toMatchObject({
      outcome: 'notDone',
      ...expected,
    });
  });

  test.for([
    [402, 'forbidden'],
    [403, 'forbidden'],
    [404, 'misconfigured'],
    [423, 'forbidden'],
    [302, 'misconfigured'],
    [422, 'invalid'],
    [430, 'rateLimited'],
  ] as const)('Shopify answers %d, it is %s and not made', async ([status, kind]) => {
    store.fail({ kind: 'answerInstead', status, headers: { location: 'https://other.example/' } });
    expect(await adapterErrorOf(connection.createDiscountCode(reward))).toMatchObject({ kind, outcome: 'notDone' });
  });

  test.for([
    ['a permission is lacking', 'ACCESS_DENIED', 'forbidden', 'notDone'],
    ['the store is closed', 'SHOP_INACTIVE', 'forbidden', 'notDone'],
    ['Shopify breaks inside', 'INTERNAL_SERVER_ERROR', 'unavailable', 'unknown'],
    ['nobody knows why', undefined, 'invalid', 'notDone'],
  ] as const)('%s, it is told by the code of the error', async ([, code, kind, outcome]) => {
    const body = JSON.stringify({ data: null, errors: [{ message: 'ada@buyer.test', extensions: { code } }] });
    store.fail({ kind: 'answerInstead', status: 200, body });
    const error = await adapterErrorOf(connection.createDiscountCode(reward));
    expect(error).toMatchObject({ kind, outcome });
    expect(error.message).not.toContain('ada@');
  });

  test('the answer is half a refusal, it is certainly not made', async () => {
    const data = { discountCodeBasicCreate: { codeDiscountNode: null, userErrors: [] } };
    const denied = { data, errors: [{ message: 'no', extensions: { code: 'ACCESS_DENIED' } }] };
    store.fail({ kind: 'answerInstead', status: 200, body: JSON.stringify(denied) });
    expect(await adapterErrorOf(connection.createDiscountCode(reward))).toMatchObject({
      kind: 'forbidden',
      outcome: 'notDone',
    });
  });

  test.for([
    ['the answer is HTML', { kind: 'answerAfter', status: 200, headers: { 'content-type': 'text/html' }, body: '<p>' }],
    ['the answer breaks off', { kind: 'answerAfter', status: 200, body: '{"data":' }],
    ['the answer is of something else', { kind: 'answerAfter', status: 200, body: '{"data":{"x":1}}' }],
  ] as const)('%s, the outcome is unknown and one look-up settles it', async ([, fault]) => {
    store.fail(fault, { body: /mutation/ });
    expect(await adapterErrorOf(connection.createDiscountCode(reward))).toMatchObject({
      kind: 'unavailable',
      outcome: 'unknown',
    });
    expect(await connection.findDiscountCode(reward.code)).toMatchObject({ rewardId: reward.rewardId });
  });

  test('nobody can be reached, it is certainly not made', async () => {
    const unreachable = async (): Promise<Response> => {
      throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ENOTFOUND' } });
    };
    expect(await adapterErrorOf(connectTo(store, { fetch: unreachable }).createDiscountCode(reward))).toMatchObject({
      kind: 'unavailable',
      outcome: 'notDone',
    });
  });
});

describe('what Shopify keeps back or warns of', () => {
  const noticesOf = async (work: (connection: PlatformConnection) => Promise<unknown>) => {
    const notices: AdapterNotice[] = [];
    await work(connectTo(store, { log: (notice) => notices.push(notice) }));
    return notices.map(({ code }) => code);
  };
  const count = (it: PlatformConnection) =>
    it.countOrders({ from: instant('2026-01-01T00:00:00Z'), until: instant('2026-02-01T00:00:00Z') });
  const answer = { data: { ordersCount: { count: 1, precision: 'EXACT' } } };

  test('a field the app is not approved for costs no more than itself', async () => {
    const denied = { ...answer, errors: [{ message: 'no', extensions: { code: 'ACCESS_DENIED' } }] };
    store.fail({ kind: 'answerInstead', status: 200, body: JSON.stringify(denied) });
    expect(await noticesOf(count)).toEqual(['shopify.field_denied']);
  });

  test('a version that ran out is noticed, though it is answered', async () => {
    const headers = { 'x-shopify-api-version': '2027-10', 'x-shopify-api-deprecated-reason': 'https://shopify.dev' };
    store.fail({ kind: 'answerInstead', status: 200, headers, body: JSON.stringify(answer) });
    expect(await noticesOf(count)).toEqual(['shopify.deprecated', 'shopify.other_version']);
  });
});

describe('webhooks', () => {
  const target = { hookUrl: 'https://regulars.example/hooks/abc', secret: 'shpss_x' };

  test('that are missing are registered, and then nothing is left to do', async () => {
    const hooks = connection.hooks!;
    expect((await hooks.check(target)).every(({ state }) => state === 'missing')).toBe(true);
    expect(await hooks.repair(target)).toContain('orders/updated');
    expect((await hooks.check(target)).every(({ state }) => state === 'active')).toBe(true);
    expect(await hooks.repair(target)).toEqual([]);
    expect(store.subscriptions.map(({ topic }) => topic)).toContain('CUSTOMERS_EMAIL_MARKETING_CONSENT_UPDATE');
  });

  test('that Shopify removed are registered again, and no others', async () => {
    const hooks = connection.hooks!;
    await hooks.repair(target);
    store.loseSubscriptions('ORDERS_UPDATED');
    expect((await hooks.check(target)).filter(({ state }) => state !== 'active')).toEqual([
      { topic: 'orders/updated', state: 'missing' },
    ]);
    expect(await hooks.repair(target)).toEqual(['orders/updated']);
  });

  test('to another address are somebody else’s', async () => {
    const hooks = connection.hooks!;
    await hooks.repair({ ...target, hookUrl: 'https://other.example/hooks/abc' });
    expect((await hooks.check(target)).every(({ state }) => state === 'missing')).toBe(true);
  });

  test('to an address without https are refused in words', async () => {
    const error = await adapterErrorOf(connection.hooks!.repair({ ...target, hookUrl: 'http://127.0.0.1:1/hooks' }));
    expect(error).toMatchObject({ kind: 'invalid', outcome: 'notDone' });
    expect(error.message).toContain('https');
  });
});
