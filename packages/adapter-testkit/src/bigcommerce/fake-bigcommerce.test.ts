import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startHttpUpstream } from '../upstream/http-upstream.ts';
import { startFakeBigCommerce, type FakeBigCommerce } from './fake-bigcommerce.ts';

let nowMs = 0;
let store: FakeBigCommerce;
beforeEach(async () => {
  nowMs = 0;
  store = await startFakeBigCommerce({ nowMs: () => nowMs });
});
afterEach(() => store.close());

const placedAt = '2026-11-01T10:00:00Z';

function call(path: string, init: RequestInit = {}, of: FakeBigCommerce = store): Promise<Response> {
  const headers = { 'x-auth-token': of.accessToken, accept: 'application/json' };
  return of.fetch(`https://api.bigcommerce.com/stores/${of.storeHash}/${path}`, { headers, ...init });
}

async function read(path: string): Promise<unknown> {
  return (await call(path)).json();
}

const post = (path: string, body: object) => call(path, { method: 'POST', body: JSON.stringify(body) });

test('only BigCommerce leads here, and only with the token', async () => {
  await expect(store.fetch('https://example.com/')).rejects.toThrow('only');
  expect((await call('v2/store', { headers: { 'x-auth-token': 'another' } })).status).toBe(401);
});

test('a call that the account was not allowed is 403', async () => {
  const poor = await startFakeBigCommerce({ scopes: [] });
  expect((await call('v3/customers', {}, poor)).status).toBe(403);
  await poor.close();
});

test('the quota is told with every answer, and what is beyond it is 429 until its window ends', async () => {
  const small = await startFakeBigCommerce({ quota: 2, windowMs: 1_000, nowMs: () => nowMs });
  const answers = [await call('v2/store', {}, small), await call('v2/store', {}, small)];
  nowMs = 400;
  answers.push(await call('v2/store', {}, small));
  nowMs = 1_000;
  answers.push(await call('v2/store', {}, small));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 429, 200]);
  const told = answers.map(({ headers }) =>
    ['left', 'quota'].map((name) => headers.get(`x-rate-limit-requests-${name}`)),
  );
  expect(told).toEqual([
    ['1', '2'],
    ['0', '2'],
    ['0', '2'],
    ['1', '2'],
  ]);
  expect(answers[2]?.headers.get('x-rate-limit-time-reset-ms')).toBe('600');
  await small.close();
});

describe('orders', () => {
  test('that are none have no body at all', async () => {
    const response = await call('v2/orders');
    expect([response.status, await response.text()]).toEqual([204, '']);
  });

  test('come with their lines only where they are asked for in the right words', async () => {
    store.addOrder({ placedAt });
    const asked = 'v2/orders/100?include=consignments.line_items&consignment_structure=object';
    expect(await read(asked)).toMatchObject({ consignments: { shipping: [{ line_items: [{}] }] } });
    expect(await read('v2/orders/100')).toMatchObject({ consignments: { url: expect.any(String) } });
  });

  test('of a very second are counted in, while V3 tells what changed after it', async () => {
    store.addOrder({ placedAt });
    store.addCustomer({ modifiedAt: placedAt, fields: {} });
    expect(await read(`v2/orders?min_date_modified=${placedAt}`)).toHaveLength(1);
    expect(await read(`v3/customers?date_modified:min=${placedAt}`)).toMatchObject({ data: [] });
  });

  test('never tell what was refunded: that is told beside them', async () => {
    store.addOrder({ placedAt, refunds: [{ amount: 5 }] });
    expect(await read('v2/orders/100')).toMatchObject({ refunded_amount: '0.0000' });
    expect(await read('v3/orders/payment_actions/refunds?order_id:in=100,101')).toMatchObject({
      data: [{ order_id: 100, total_amount: 5 }],
    });
  });

  test('that are archived are in no list, and found by their number', async () => {
    store.addOrder({ placedAt, fields: { is_deleted: true } });
    expect((await call('v2/orders')).status).toBe(204);
    expect(await read('v2/orders/100')).toMatchObject({ is_deleted: true });
  });
});

describe('a code', () => {
  const promotion = { name: 'Sale', rules: [{}] };

  test('is one of its promotion, and once in the store whatever its case', async () => {
    await post('v3/promotions', promotion);
    expect((await post('v3/promotions/1/codes', { code: 'SALE' })).status).toBe(201);
    await post('v3/promotions', { ...promotion, name: 'Other' });
    expect((await post('v3/promotions/3/codes', { code: 'sale' })).status).toBe(422);
    expect(await read('v3/promotions?code=Sale')).toMatchObject({ data: [{ id: 1 }] });
  });

  test('has to go before its promotion can', async () => {
    await post('v3/promotions', promotion);
    await post('v3/promotions/1/codes', { code: 'SALE' });
    const remove = async (path: string) => (await call(path, { method: 'DELETE' })).status;
    expect(await remove('v3/promotions/1')).toBe(422);
    expect(await remove('v3/promotions/1/codes')).toBe(422);
    expect(await remove('v3/promotions/1/codes?id:in=2')).toBe(204);
    expect(await remove('v3/promotions/1')).toBe(204);
  });
});

describe('a webhook', () => {
  const hook = {
    scope: 'store/order/updated',
    destination: 'https://regulars.example/h',
    is_active: true,
    headers: {},
  };

  test('is one for each scope and address, to https on port 443', async () => {
    expect((await post('v3/hooks', hook)).status).toBe(200);
    expect((await post('v3/hooks', hook)).status).toBe(409);
    expect((await post('v3/hooks', { ...hook, destination: 'http://regulars.example/h' })).status).toBe(422);
    store.disableHooks('store/order/updated');
    expect(await read('v3/hooks')).toMatchObject({ data: [{ is_active: false }] });
  });

  test('is delivered with nothing but names in it, signed or not', async () => {
    const receiver = await startHttpUpstream(() => ({ status: 200 }));
    const data = { type: 'order', id: 100 };
    await store.deliverWebhook({ hookUrl: receiver.url, scope: 'store/order/updated', data });
    await store.deliverWebhook({ hookUrl: receiver.url, scope: 'store/order/updated', data, secret: null });
    const [signed, unsigned] = receiver.requests;
    expect(JSON.parse(signed?.body.toString('utf8') ?? '')).toMatchObject({ scope: 'store/order/updated', data });
    expect(signed?.headers['webhook-signature']).toMatch(/^v1,/);
    expect(unsigned?.headers['webhook-signature']).toBeUndefined();
    await receiver.close();
  });
});
