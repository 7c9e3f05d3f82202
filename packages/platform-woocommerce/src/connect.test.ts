import { AdapterError, type PlatformConnection } from '@regulars/adapter-contracts';
import { startFakeWooCommerce, startHttpUpstream, type FakeWooCommerce } from '@regulars/adapter-testkit';
import { parseInstant, type Instant } from '@regulars/core/shared';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reward } from '../test/reward.ts';
import { connect } from './connect.ts';

const context = { timeoutMs: 10_000, allowPrivateNetwork: true };
/** Only an answer that never comes is waited for with so little patience. */
const hasty = { ...context, timeoutMs: 1_000 };

let store: FakeWooCommerce;
let connection: PlatformConnection;
beforeEach(async () => {
  store = await startFakeWooCommerce();
  connection = connect(store, context);
});
afterEach(() => store.close());

function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === null) throw new Error(`${text} is no instant.`);
  return parsed;
}

async function errorOf(work: Promise<unknown>): Promise<AdapterError> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AdapterError) return error;
  throw new Error('No AdapterError was thrown.');
}

describe('access', () => {
  test('is checked by reading the currency', async () => {
    expect(await connection.checkAccess()).toEqual({ storeName: null, currency: 'EUR' });
  });

  test('with a wrong secret is refused, and the secret is not told', async () => {
    const secret = 'cs_ffffffffffffffffffffffffffffffffffffffff';
    const error = await errorOf(connect({ ...store, secret }, context).checkAccess());
    expect(error).toMatchObject({ kind: 'unauthenticated', outcome: 'notDone' });
    expect(JSON.stringify(error) + String(error.stack) + String(error.cause)).not.toMatch(/c[sk]_/);
  });

  test('with a key that may only read is refused when something is to be made', async () => {
    const readOnly = await startFakeWooCommerce({ permission: 'read' });
    const reader = connect(readOnly, context);
    await reader.checkAccess();
    expect(await errorOf(reader.createDiscountCode(reward))).toMatchObject({
      kind: 'unauthenticated',
      outcome: 'notDone',
    });
    await readOnly.close();
  });

  test('over plain http is refused, unless private networks are allowed', async () => {
    const guarded = connect(store, { ...context, allowPrivateNetwork: false });
    expect(await errorOf(guarded.checkAccess())).toMatchObject({ kind: 'misconfigured', outcome: 'notDone' });
    expect(store.requests).toEqual([]);
  });

  test('without a key is misconfigured, and connecting alone is no error', async () => {
    expect(await errorOf(connect({}, context).createDiscountCode(reward))).toMatchObject({
      kind: 'misconfigured',
      outcome: 'notDone',
    });
  });

  test('at an address without WooCommerce is misconfigured', async () => {
    const website = await startHttpUpstream(() => ({
      status: 404,
      headers: { 'content-type': 'text/html' },
      body: '<h1>Not found</h1>',
    }));
    const nowhere = connect({ ...store, url: website.url }, context);
    expect(await errorOf(nowhere.checkAccess())).toMatchObject({ kind: 'misconfigured', outcome: 'notDone' });
    expect(await errorOf(nowhere.deleteDiscountCode('7'))).toMatchObject({ kind: 'misconfigured' });
    await website.close();
  });
});

describe('a count of orders', () => {
  const span = { from: instant('2026-11-01T00:00:00Z'), until: instant('2026-12-01T00:00:00Z') };

  test.for(['tables', 'posts'] as const)('leaves out drafts and the trash, kept in %s', async (orderStorage) => {
    const shop = await startFakeWooCommerce({ orderStorage });
    for (const status of ['processing', 'completed', 'cancelled', 'pending', 'refunded', 'packed', 'trash'])
      shop.addOrder({ status, date_created_gmt: '2026-11-10T10:00:00' });
    shop.addOrder({ status: 'checkout-draft', date_created_gmt: '2026-11-10T10:00:00' });
    expect(await connect(shop, context).countOrders(span)).toEqual({ orders: 6 });
    await shop.close();
  });

  test.for([-300, 0, 60, 780])('is by the instant, in a shop %d minutes ahead of UTC', async (offsetMinutes) => {
    const shop = await startFakeWooCommerce({ offsetMinutes });
    for (const at of ['2026-10-31T23:59:59', '2026-11-01T00:00:00', '2026-11-30T23:59:59', '2026-12-01T00:00:00'])
      shop.addOrder({ status: 'processing', date_created_gmt: at });
    expect(await connect(shop, context).countOrders(span)).toEqual({ orders: 2 });
    await shop.close();
  });

  test('of a part of a second begins and ends between two orders', async () => {
    store.addOrder({ status: 'processing', date_created_gmt: '2026-11-01T00:00:00' });
    store.addOrder({ status: 'processing', date_created_gmt: '2026-11-01T00:00:01' });
    const orders = (from: string, until: string) =>
      connection.countOrders({ from: instant(from), until: instant(until) });
    expect(await orders('2026-11-01T00:00:00.001Z', '2026-11-01T00:00:01.001Z')).toEqual({ orders: 1 });
    expect(await orders('2026-10-31T23:59:59.999Z', '2026-11-01T00:00:00.999Z')).toEqual({ orders: 1 });
  });

  test('that the store does not tell is no count of none', async () => {
    store.fail({ kind: 'answerInstead', status: 200, body: '[]' }, { method: 'GET' });
    expect(await errorOf(connection.countOrders(span))).toMatchObject({ kind: 'unavailable', outcome: 'notDone' });
  });
});

describe('when a coupon is to be made and', () => {
  test.for([
    ['the answer comes too late', { kind: 'delayAfter', delayMs: 30_000 }, 1],
    ['the connection is reset after the work', { kind: 'resetAfter' }, 1],
    ['the store answers 500 after the work', { kind: 'answerAfter', status: 500 }, 1],
    ['a notice stands before the JSON', { kind: 'answerAfter', status: 201, body: '<b>Notice</b>{"id":101}' }, 1],
    ['a gateway answers 502 instead', { kind: 'answerInstead', status: 502 }, 0],
    ['the answer is another thing', { kind: 'answerAfter', status: 201, body: '{"id":"?"}' }, 1],
  ] as const)('%s, the outcome is unknown and one look-up settles it', async ([, fault, made]) => {
    store.fail(fault, { method: 'POST' });
    const asking = fault.kind === 'delayAfter' ? connect(store, hasty) : connection;
    expect(await errorOf(asking.createDiscountCode(reward))).toMatchObject({ kind: 'unavailable', outcome: 'unknown' });
    expect((await connection.findDiscountCode(reward.code)) === null ? 0 : 1).toBe(made);
  });

  test.for([
    [
      'the store asks for patience',
      { kind: 'answerInstead', status: 429, headers: { 'retry-after': '30' } },
      { kind: 'rateLimited', retryAfterMs: 30_000 },
    ],
    ['a firewall forbids it', { kind: 'answerInstead', status: 403, body: '<html>' }, { kind: 'forbidden' }],
    [
      'the store redirects',
      { kind: 'answerInstead', status: 301, headers: { location: 'https://www.shop.example.com/' } },
      { kind: 'misconfigured' },
    ],
  ] as const)('%s, it is certainly not made', async ([, fault, expected]) => {
    store.fail(fault, { method: 'POST' });
    expect(await errorOf(connection.createDiscountCode(reward))).toMatchObject({ outcome: 'notDone', ...expected });
    expect(store.coupons).toEqual([]);
  });

  test('nobody listens, it is certainly not made', async () => {
    await store.close();
    expect(await errorOf(connection.createDiscountCode(reward))).toMatchObject({
      kind: 'unavailable',
      outcome: 'notDone',
    });
    store = await startFakeWooCommerce();
  });
});

test('a failed look-up leaves the world as it was, however it failed', async () => {
  store.fail({ kind: 'resetInstead' }, { method: 'GET' });
  expect(await errorOf(connection.findDiscountCode('X'))).toMatchObject({ kind: 'unavailable', outcome: 'notDone' });
});
