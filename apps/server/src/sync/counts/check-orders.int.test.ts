import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startFakeShopify, startFakeWooCommerce, type FakeWooCommerce } from '@regulars/adapter-testkit';
import { dayMs, hourMs, minuteMs, toInstant, toIsoString } from '@regulars/core/shared';
import { shopify } from '@regulars/platform-shopify';
import { woocommerce } from '@regulars/platform-woocommerce';
import { fakeShops } from '../../../test-support/fake-shops.ts';
import { openTestDatabase, type OpenTestDatabase } from '../../../test-support/open-test-database.ts';
import { openWatchedShop, type WatchedShop } from '../../../test-support/watched-shop.ts';
import { beginBackfill } from '../pulls/change-pulls.ts';
import { checkOrdersNow } from './check-orders.ts';
import { repairOrders } from './repair-orders.ts';

let opened: OpenTestDatabase;
let woo: FakeWooCommerce;
let shop: WatchedShop;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());
beforeEach(async () => {
  woo = await startFakeWooCommerce();
  const config = { url: woo.url, key: woo.key, secret: woo.secret };
  shop = await openWatchedShop(opened.database, woocommerce, { config, secret: 'whsec_0123456789abcdef' });
});
afterEach(async () => {
  opened.clock.shiftMs = 0;
  await woo.close();
});

const ago = (ms: number) => toIsoString(toInstant(Date.now() - ms)).slice(0, 19);
const order = (agoMs: number, status = 'processing') => woo.addOrder({ status, date_created_gmt: ago(agoMs) });
const later = (ms: number) => {
  opened.clock.shiftMs += ms;
};
const deps = () => ({ database: opened.database, connectPlatform: shop.connectPlatform });
const checkNow = async () => {
  await checkOrdersNow(deps(), shop);
  return shop.count();
};
const forget = (id: number) => shop.query(sql`delete from orders where external_id = ${String(id)}`);
/** What is read again later would hide what a check finds. */
const stopReconciling = () => shop.query(sql`delete from pull where kind = 'reconcile'`);

describe('after a back-fill', () => {
  beforeEach(async () => {
    order(400 * dayMs, 'completed');
    order(2 * dayMs);
    order(2 * dayMs, 'cancelled');
    order(dayMs, 'pending');
    order(dayMs, 'trash');
    await shop.read();
    await stopReconciling();
  });

  it('as many orders are here as there, whatever their state, and those that changed lately are the same', async () => {
    expect(await checkNow()).toMatchObject({
      from: 0,
      ordersHere: 4,
      ordersThere: 4,
      compared: 3,
      missing: 0,
      different: 0,
      sumHereMinor: 3 * 3980,
      sumThereMinor: 3 * 3980,
      currency: 'EUR',
      failure: null,
    });
  });

  it('orders of the last hour are in neither number: they may be on their way', async () => {
    order(10 * minuteMs);
    expect(await checkNow()).toMatchObject({ ordersHere: 4, ordersThere: 4, missing: 0 });
  });

  it('an order that came to nobody’s knowledge is missing, and here when it is repaired', async () => {
    order(3 * hourMs);
    expect(await checkNow()).toMatchObject({
      ordersHere: 4,
      ordersThere: 5,
      missing: 1,
      sumHereMinor: 3 * 3980,
      sumThereMinor: 4 * 3980,
    });
    expect(await repairOrders(deps(), shop)).toBe(true);
    await shop.read();
    await shop.work();
    expect(await shop.count()).toMatchObject({ ordersHere: 5, ordersThere: 5, missing: 0, different: 0 });
  });

  it('what changed unheard differs, though the numbers are the same, and does no more when it is repaired', async () => {
    woo.changeOrder(1_001, { status: 'completed', date_modified_gmt: ago(2 * hourMs) });
    woo.addRefund(1_003, { amount: '10.00', date_created_gmt: ago(3 * hourMs) });
    woo.changeOrder(1_002, { status: 'trash', date_modified_gmt: ago(2 * hourMs) });
    expect(await checkNow()).toMatchObject({ ordersHere: 4, ordersThere: 3, missing: 0, different: 3 });
    await repairOrders(deps(), shop);
    await shop.read();
    expect(await checkNow()).toMatchObject({ ordersHere: 3, ordersThere: 3, missing: 0, different: 0 });
  });

  it('an old order that is missing is looked for by counting, and the rest is not read again', async () => {
    await forget(1_000);
    expect(await checkNow()).toMatchObject({ ordersHere: 3, ordersThere: 4, missing: 0, different: 0 });
    await repairOrders(deps(), shop);
    const [repair] = await shop.query(sql<{ updatedFrom: number }>`
      select updated_from as "updatedFrom" from pull where kind = 'repair'`);
    const placedAt = Date.now() - 400 * dayMs;
    expect(repair?.updatedFrom).toBeGreaterThan(placedAt - 2 * dayMs);
    expect(repair?.updatedFrom).toBeLessThanOrEqual(placedAt);
    await shop.read();
    expect(await checkNow()).toMatchObject({ ordersHere: 4, ordersThere: 4 });
  });

  it('everything is counted, too, when the last days have been read once more', async () => {
    const updatedFrom = toInstant(Date.now() - 5 * dayMs);
    await beginBackfill(opened.database, shop.storeId, { connectionId: shop.connectionId, updatedFrom });
    await shop.read();
    expect(await checkNow()).toMatchObject({ from: 0, ordersHere: 4, ordersThere: 4 });
    await beginBackfill(opened.database, shop.storeId, { connectionId: shop.connectionId, updatedFrom });
    expect(await checkNow()).toMatchObject({ from: 0 });
  });

  it('nothing is repaired where nothing differs', async () => {
    expect(await repairOrders(deps(), shop)).toBe(false);
    await checkNow();
    expect(await repairOrders(deps(), shop)).toBe(false);
  });
});

describe('the daily check', () => {
  // Webhooks that come at once leave no gap that would be read first.
  beforeEach(() => shop.work());

  const comparedSoFar = async () => {
    const [row] = await shop.query(sql<{ compared: number }>`
      select (progress -> 'comparison' ->> 'compared')::int as compared from order_check`);
    return row?.compared;
  };

  it('waits for a new connection’s first hour and for its back-fill, then comes once a day', async () => {
    order(2 * dayMs);
    await shop.work();
    expect(await shop.count()).toBeNull();
    later(hourMs);
    await shop.query(sql`
      insert into pull (store_id, id, connection_id, kind, resource, state)
      values (${shop.storeId}, gen_random_uuid(), ${shop.connectionId}, 'backfill', 'orders', 'running')`);
    await shop.work();
    expect(await shop.count()).toBeNull();
    await shop.query(sql`delete from pull`);
    await shop.work();
    const first = await shop.count();
    expect(first).toMatchObject({ ordersHere: 0, ordersThere: 1, missing: 1 });
    await shop.work();
    expect(await shop.count()).toEqual(first);
    later(dayMs);
    await shop.work();
    expect((await shop.count())?.checkedAt).toBeGreaterThan(first?.checkedAt ?? 0);
  });

  it('goes on with its next pages after others had their turn, and with the one it was at after a crash', async () => {
    for (let n = 0; n < 1_250; n += 1) order(2 * dayMs - n * minuteMs);
    later(hourMs);
    await shop.workOnce('sync.check-orders');
    expect(await shop.count()).toBeNull();
    expect(await comparedSoFar()).toSatisfy((orders: number) => orders > 900 && orders <= 1_000);
    await shop.query(sql`update order_check set due_at = clock_now()`);
    await shop.work();
    expect(await shop.count()).toMatchObject({ ordersThere: 1_250, compared: 1_250, missing: 1_250 });
  });

  it('ends after the page it is at when the server is to stop', async () => {
    for (let n = 0; n < 250; n += 1) order(2 * dayMs - n * minuteMs);
    later(hourMs);
    const stopping = new AbortController();
    stopping.abort();
    await shop.workOnce('sync.check-orders', stopping.signal);
    expect(await comparedSoFar()).toSatisfy((orders: number) => orders > 0 && orders <= 100);
    await shop.work();
    expect(await shop.count()).toMatchObject({ compared: 250 });
  });

  it('keeps why the platform could not be asked, in the adapter’s words, and asks again in an hour', async () => {
    order(2 * dayMs);
    later(hourMs);
    woo.fail({ kind: 'answerInstead', status: 401, body: '{}' }, { path: /orders$/ });
    await shop.work();
    expect(await shop.count()).toMatchObject({
      ordersHere: null,
      ordersThere: null,
      compared: null,
      failure: { code: 'unauthenticated', message: expect.any(String) },
    });
    later(hourMs);
    await shop.work();
    expect(await shop.count()).toMatchObject({ ordersThere: 1, failure: null });
  });

  it('rests while a platform asks for fewer calls, and keeps what it has come to', async () => {
    order(2 * dayMs);
    later(hourMs);
    woo.fail(
      { kind: 'answerInstead', status: 429, headers: { 'retry-after': '120' }, body: '{}' },
      { path: /orders$/ },
    );
    await shop.work();
    expect(await shop.count()).toBeNull();
    later(2 * minuteMs);
    await shop.work();
    expect(await shop.count()).toMatchObject({ ordersThere: 1, failure: null });
  });
});

it.for(fakeShops)('on %s an order that is missing is found and read again', async ([, start]) => {
  const { adapter, placeOrder, close, ...options } = await start();
  shop = await openWatchedShop(opened.database, adapter, options);
  for (const days of [2, 40]) placeOrder(toIsoString(toInstant(Date.now() - days * dayMs)));
  await shop.read();
  await stopReconciling();
  expect(await checkNow()).toMatchObject({ ordersHere: 2, ordersThere: 2, compared: 1, missing: 0, different: 0 });
  placeOrder(toIsoString(toInstant(Date.now() - 2 * hourMs)));
  expect(await checkNow()).toMatchObject({ ordersHere: 2, ordersThere: 3, compared: 2, missing: 1 });
  await repairOrders(deps(), shop);
  await shop.read();
  expect(await checkNow()).toMatchObject({ ordersHere: 3, ordersThere: 3, compared: 2, missing: 0, different: 0 });
  await close();
});

it('where a platform shows us the newer orders only, no others are compared', async () => {
  const store = await startFakeShopify({ scopes: ['read_orders'] });
  const { domain, clientSecret, accessToken, fetch } = store;
  const config = { domain, clientSecret, access: 'token', accessToken };
  shop = await openWatchedShop(opened.database, shopify, { config, secret: clientSecret, context: { fetch } });
  const placeOrder = (days: number) =>
    store.addOrder({ processedAt: toIsoString(toInstant(Date.now() - days * dayMs)) });
  placeOrder(70);
  placeOrder(10);
  await shop.read();
  expect(await checkNow()).toMatchObject({ ordersHere: 1, ordersThere: 1 });
  expect(Date.now() - ((await shop.count())?.from ?? 0)).toBeLessThan(60 * dayMs);
  await store.close();
});
