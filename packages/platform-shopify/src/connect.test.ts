import type { AdapterNotice, PlatformConnection } from '@regulars/adapter-contracts';
import { startFakeShopify, type FakeShopify, adapterErrorOf } from '@regulars/adapter-testkit';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readFixture } from '../test/samples.ts';
import { reward } from '../test/reward.ts';
import { connectTo, instant } from '../test/store.ts';

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

describe('orders that are counted', () => {
  const now = instant('2026-11-22T10:00:00Z');
  const all = { from: instant('2020-01-01T00:00:00Z'), until: now };

  test('are all of a span where the app may read all', async () => {
    for (const processedAt of ['2026-11-01T00:00:00Z', '2026-01-01T00:00:00Z']) store.addOrder({ processedAt });
    expect(await connectTo(store, { now: () => now }).countOrders(all)).toEqual({ orders: 2 });
  });

  test('are those of the last days where it may not, and it is told since when', async () => {
    const recent = await startFakeShopify({ scopes: ['read_orders'] });
    for (const processedAt of ['2026-11-01T00:00:00Z', '2026-01-01T00:00:00Z']) recent.addOrder({ processedAt });
    const limited = connectTo(recent, { now: () => now });
    const seenFrom = instant('2026-09-24T10:00:00Z');
    expect(await limited.countOrders(all)).toEqual({ orders: 1, seenFrom });
    expect(await limited.countOrders({ ...all, from: seenFrom })).toEqual({ orders: 1 });
    await recent.close();
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
