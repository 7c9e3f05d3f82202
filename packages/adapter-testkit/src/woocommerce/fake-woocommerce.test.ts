import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startHttpUpstream } from '../upstream/http-upstream.ts';
import { startFakeWooCommerce, type FakeWooCommerce } from './fake-woocommerce.ts';
import { toOAuthSignature } from './oauth-signature.ts';

let store: FakeWooCommerce;
beforeEach(async () => {
  store = await startFakeWooCommerce();
});
afterEach(() => store.close());

/** Calls with a signature made of what is given, sending every parameter twice as the official client does. */
async function call(
  method: string,
  path: string,
  parameters: Readonly<Record<string, string>> = {},
  body?: object,
  key: Partial<FakeWooCommerce> = {},
): Promise<Response> {
  const url = `${store.url}/wp-json/wc/v3/${path}`;
  const query: [string, string][] = Object.entries({
    ...parameters,
    oauth_consumer_key: key.key ?? store.key,
    oauth_nonce: parameters['oauth_nonce'] ?? Math.random().toString(36),
    oauth_signature_method: 'HMAC-SHA256',
    oauth_timestamp: parameters['oauth_timestamp'] ?? String(Math.floor(Date.now() / 1000)),
  });
  const request = { method, path: '', query, headers: {}, body: Buffer.alloc(0) };
  const signed = [...query, ['oauth_signature', toOAuthSignature(request, url, key.secret ?? store.secret)]] as [
    string,
    string,
  ][];
  const init =
    body === undefined
      ? { method }
      : { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  return fetch(`${url}?${new URLSearchParams([...signed, ...signed]).toString()}`, init);
}

const coupon = { code: 'Thanks-10', discount_type: 'percent', amount: '10', usage_limit: 1 };

test('the signature is that of RFC 5849', () => {
  // https://www.rfc-editor.org/rfc/rfc5849#section-3.4.1.1, its request with HMAC-SHA256 in place of HMAC-SHA1.
  const query: [string, string][] = [
    ['b5', '=%3D'],
    ['a3', 'a'],
    ['c@', ''],
    ['a2', 'r b'],
    ['oauth_consumer_key', '9djdj82h48djs9d2'],
    ['oauth_nonce', '7d8f3e4a'],
  ];
  const base =
    'GET&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a';
  const expected = createHmac('sha256', 'j49sk3j29djd&').update(base).digest('base64');
  expect(
    toOAuthSignature(
      { method: 'GET', path: '', query, headers: {}, body: Buffer.alloc(0) },
      'http://example.com/request',
      'j49sk3j29djd',
    ),
  ).toBe(expected);
});

test.for([
  ['no key at all', async () => fetch(`${store.url}/wp-json/wc/v3/coupons`), 'woocommerce_rest_cannot_view'],
  [
    'Basic over plain http',
    async () =>
      fetch(`${store.url}/wp-json/wc/v3/coupons`, {
        headers: { authorization: `Basic ${btoa(`${store.key}:${store.secret}`)}` },
      }),
    'woocommerce_rest_cannot_view',
  ],
  [
    'a wrong secret',
    async () => call('GET', 'coupons', {}, undefined, { secret: 'cs_wrong' }),
    'woocommerce_rest_authentication_error',
  ],
  [
    'an old timestamp',
    async () => call('GET', 'coupons', { oauth_timestamp: '1700000000' }),
    'woocommerce_rest_authentication_error',
  ],
] as const)('%s is 401', async ([, ask, code]) => {
  const response = await ask();
  expect([response.status, await response.json()]).toMatchObject([401, { code }]);
});

test('a nonce serves once', async () => {
  expect((await call('GET', 'coupons', { oauth_nonce: 'n' })).status).toBe(200);
  expect((await call('GET', 'coupons', { oauth_nonce: 'n' })).status).toBe(401);
});

test('a coupon is made with its code in lower case, and its duplicate in any case is refused', async () => {
  expect((await call('POST', 'coupons', {}, coupon)).status).toBe(201);
  expect(store.coupons).toMatchObject([{ code: 'thanks-10', amount: '10.00' }]);
  const again = await call('POST', 'coupons', {}, { ...coupon, code: 'THANKS-10' });
  expect([again.status, await again.json()]).toMatchObject([
    400,
    { code: 'woocommerce_rest_coupon_code_already_exists' },
  ]);
});

test('a coupon is found by its exact code only', async () => {
  await call('POST', 'coupons', {}, coupon);
  expect(await (await call('GET', 'coupons', { code: 'THANKS-10' })).json()).toHaveLength(1);
  expect(await (await call('GET', 'coupons', { code: 'thanks' })).json()).toEqual([]);
});

test('date_expires_gmt is ignored, date_expires is local, and with a zone exact', async () => {
  await call('POST', 'coupons', {}, { ...coupon, code: 'a', date_expires_gmt: '2027-01-31T22:00:00' });
  await call('POST', 'coupons', {}, { ...coupon, code: 'b', date_expires: '2027-01-31T23:00:00' });
  await call('POST', 'coupons', {}, { ...coupon, code: 'c', date_expires: '2027-01-31T22:00:00Z' });
  expect(store.coupons.map(({ date_expires_gmt: expiry }) => expiry)).toEqual([
    null,
    '2027-01-31T22:00:00',
    '2027-01-31T22:00:00',
  ]);
});

test.for([
  ['a numeric amount', { ...coupon, amount: 10 }, 'rest_invalid_param'],
  ['more than 100 per cent', { ...coupon, amount: '101' }, 'coupon_invalid_amount'],
  ['no code', { ...coupon, code: '' }, 'woocommerce_rest_empty_coupon_code'],
] as const)('%s is refused', async ([, wanted, code]) => {
  const response = await call('POST', 'coupons', {}, wanted);
  expect([response.status, await response.json()]).toMatchObject([400, { code }]);
});

test('a deleted coupon is gone, and its code free again', async () => {
  const made = (await (await call('POST', 'coupons', {}, coupon)).json()) as { id: number };
  expect((await call('DELETE', `coupons/${made.id}`, { force: 'true' })).status).toBe(200);
  expect((await call('DELETE', `coupons/${made.id}`, { force: 'true' })).status).toBe(404);
  expect((await call('POST', 'coupons', {}, coupon)).status).toBe(201);
});

test('a webhook is signed over its bytes, which are those of PHP', async () => {
  const hook = await startHttpUpstream(() => ({ status: 200 }));
  await store.deliverWebhook({
    hookUrl: `${hook.url}/hook`,
    topic: 'order.created',
    payload: { id: 1, name: 'Größe / M' },
  });
  const [received] = hook.requests;
  expect(received?.body.toString()).toBe('{"id":1,"name":"Gr\\u00f6\\u00dfe \\/ M"}');
  expect(received?.headers['x-wc-webhook-signature']).toBe(
    createHmac('sha256', store.webhookSecret)
      .update(received?.body ?? '')
      .digest('base64'),
  );
  await hook.close();
});

test('a ping is a form without signature', async () => {
  const hook = await startHttpUpstream(() => ({ status: 200 }));
  await store.deliverPing(`${hook.url}/hook`);
  expect(hook.requests[0]?.body.toString()).toBe('webhook_id=1');
  expect(Object.keys(hook.requests[0]?.headers ?? {}).filter((name) => name.startsWith('x-wc'))).toEqual([]);
  await hook.close();
});

const second = (n: number): string => new Date(Date.UTC(2026, 10, 1, 0, 0, n)).toISOString().slice(0, 19);

/** The ids of a page, and how long the list says it is. */
async function list(path: string, parameters: Readonly<Record<string, string>>): Promise<readonly [number[], string]> {
  const response = await call('GET', path, parameters);
  const rows = (await response.json()) as readonly { readonly id: number }[];
  return [rows.map(({ id }) => id), response.headers.get('x-wp-total') ?? ''];
}

test('orders are listed by page, by change and with the fields asked for; a page past the end knows of none', async () => {
  for (let n = 0; n < 5; n += 1) store.addOrder({ status: 'processing', date_created_gmt: second(n) });
  store.changeOrder(1_001, { date_modified_gmt: second(9) });
  expect(await list('orders', { per_page: '2', page: '2' })).toEqual([[1_002, 1_001], '5']);
  expect(await list('orders', { orderby: 'modified', order: 'asc', offset: '3' })).toEqual([[1_004, 1_001], '5']);
  expect(await list('orders', { page: '9' })).toEqual([[], '0']);
  const [only] = (await (await call('GET', 'orders', { include: '1001', _fields: 'id,status' })).json()) as object[];
  expect(only).toEqual({ id: 1_001, status: 'processing' });
  expect((await call('GET', 'orders', { per_page: '101' })).status).toBe(400);
  expect((await call('GET', 'orders', { orderby: 'total' })).status).toBe(400);
});

test('bounds are exclusive and local, in UTC when told so, and nothing is found by a Z alone', async () => {
  for (let n = 0; n < 3; n += 1) store.addOrder({ status: 'processing', date_created_gmt: second(n) });
  const after = (text: string, more = {}) =>
    list('orders', { orderby: 'id', order: 'asc', modified_after: text, ...more });
  expect((await after(second(0), { dates_are_gmt: 'true' }))[0]).toEqual([1_001, 1_002]);
  expect((await after('2026-11-01T01:00:01'))[0]).toEqual([1_002]);
  expect((await after(`${second(0)}Z`))[0]).toEqual([]);
});

test('customers know no time of change, and are those with that role unless all are asked for', async () => {
  store.addCustomer({ date_created_gmt: second(0) });
  store.addCustomer({ date_created_gmt: second(1), role: 'subscriber' });
  expect(await list('customers', { modified_after: second(9), dates_are_gmt: 'true' })).toEqual([[2], '1']);
  expect((await list('customers', { role: 'all', orderby: 'id' }))[0]).toEqual([2, 3]);
  expect((await call('GET', 'customers', { orderby: 'modified' })).status).toBe(400);
});

test('a refund is in its order without a date, and in the list of its order with one', async () => {
  store.addOrder({ status: 'processing', date_created_gmt: second(0) });
  store.addRefund(1_000, { amount: '5.00', date_created_gmt: second(7) });
  expect(await (await call('GET', 'orders')).json()).toMatchObject([
    { total: '39.80', date_modified_gmt: second(7), refunds: [{ id: 500_000, total: '-5.00' }] },
  ]);
  expect(await (await call('GET', 'orders/1000/refunds')).json()).toMatchObject([
    { id: 500_000, amount: '5.00', date_created_gmt: second(7) },
  ]);
});

test('a webhook is pinged when it is made, borne six failures, and woken it still remembers them', async () => {
  const hook = await startHttpUpstream(({ body }) => ({ status: body.includes('webhook_id') ? 200 : 500 }));
  const wanted = { topic: 'order.updated', delivery_url: `${hook.url}/hook`, secret: 'ours' };
  expect((await call('POST', 'webhooks', {}, { ...wanted, topic: 'order.nonsense' })).status).toBe(400);
  expect((await call('POST', 'webhooks', {}, { ...wanted, delivery_url: 'ftp://x' })).status).toBe(400);
  const made = (await (await call('POST', 'webhooks', {}, wanted)).json()) as object;
  expect(made).toMatchObject({ id: 1, status: 'active', resource: 'order', event: 'updated' });
  expect(Object.keys(made)).not.toContain('secret');
  expect(hook.requests[0]?.body.toString()).toBe('webhook_id=1');
  const states: (string | undefined)[] = [];
  for (let n = 0; n < 8; n += 1) {
    await store.announce('order.updated', { id: 7 });
    states.push(store.webhooks[0]?.status);
  }
  expect(states.indexOf('disabled')).toBe(6);
  expect(hook.requests).toHaveLength(1 + 7);
  await call('PUT', 'webhooks/1', {}, { status: 'active' });
  await store.announce('order.updated', { id: 7 });
  expect(store.webhooks[0]?.status).toBe('disabled');
  expect((await call('DELETE', 'webhooks/1')).status).toBe(501);
  expect((await call('DELETE', 'webhooks/1', { force: 'true' })).status).toBe(200);
  expect(store.webhooks).toEqual([]);
  await hook.close();
});
