import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  startFakeBigCommerce,
  startFakeShopify,
  startFakeWooCommerce,
  type FakeWooCommerce,
} from '@regulars/adapter-testkit';
import { minuteMs } from '@regulars/core/shared';
import { bigcommerce } from '@regulars/platform-bigcommerce';
import { shopify } from '@regulars/platform-shopify';
import { woocommerce } from '@regulars/platform-woocommerce';
import { openTestDatabase, type OpenTestDatabase } from '../../../test-support/open-test-database.ts';
import { createPulledStore, type PulledStore } from '../../../test-support/pulled-store.ts';

let opened: OpenTestDatabase;
const closing: (() => Promise<void>)[] = [];
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(async () => {
  for (const close of closing) await close();
  await opened.close();
});

const second = (n: number): string => new Date(Date.UTC(2026, 5, 1) + n * 1_000).toISOString();
const wooTime = (n: number): string => second(n).slice(0, 19);

const ordersIn = (store: PulledStore) =>
  store.rows<{ orders: number; ids: number; placed: number }>(
    sql`select count(*) as orders, count(distinct external_id) as ids,
               (select count(*) from event where kind = 'orderPlaced') as placed from orders`,
  );

async function openWoo(orders: number): Promise<{ woo: FakeWooCommerce; store: PulledStore }> {
  const woo = await startFakeWooCommerce();
  closing.push(woo.close);
  for (let n = 0; n < orders; n += 1) woo.addOrder({ status: 'processing', date_created_gmt: wooTime(n) });
  const config = { url: woo.url, key: woo.key, secret: woo.secret, currency: 'EUR' };
  return { woo, store: await createPulledStore(opened, woocommerce, { config }) };
}

const pathsOf = (woo: FakeWooCommerce) =>
  woo.requests.map(({ path }) => path.replace('/wp-json/wc/v3/', '')).filter((path) => path !== '');

describe('a store that was just connected', () => {
  it('is read by itself: products, then customers, then orders, each order once', async () => {
    const { woo, store } = await openWoo(250);
    woo.addProduct({ date_created_gmt: wooTime(0), categories: [{ id: 1, name: 'Bread', slug: 'bread' }] });
    woo.addCustomer({ date_created_gmt: wooTime(0) });
    await store.work();
    expect(await ordersIn(store)).toEqual([{ orders: 250, ids: 250, placed: 250 }]);
    expect([...new Set(pathsOf(woo))]).toEqual(['products', 'customers', 'orders']);
    const pulls = await store.pulls();
    expect(pulls['backfill orders']).toMatchObject({ state: 'done', ordersDone: 250, total: 250, failure: null });
    expect(pulls['backfill products']).toMatchObject({ state: 'done', eventsDone: 1 });
    expect(pulls['backfill customers']).toMatchObject({ state: 'done', eventsDone: 1, total: null });
  });

  it.each([
    ['page by page', 60],
    ['from a file that Shopify writes', 2_001],
  ])('on Shopify is read %s', async (_how, count) => {
    const shop = await startFakeShopify({ maximumAvailable: 1e9, restoreRate: 1e9 });
    closing.push(shop.close);
    for (let n = 0; n < count; n += 1) shop.addOrder({ processedAt: second(n) });
    const { domain, clientSecret, accessToken, fetch } = shop;
    const config = { domain, clientSecret, access: 'token', accessToken };
    const store = await createPulledStore(opened, shopify, { config, context: { fetch } });
    await store.work();
    expect(await ordersIn(store)).toEqual([{ orders: count, ids: count, placed: count }]);
    expect((await store.pulls())['backfill orders']).toMatchObject({ state: 'done', total: count });
  });

  it('on BigCommerce is read within its limit, and no more is waited for than that takes', async () => {
    let nowMs = Date.UTC(2026, 10, 22);
    const shop = await startFakeBigCommerce({ nowMs: () => nowMs, quota: 10 });
    closing.push(shop.close);
    for (let n = 0; n < 30; n += 1) shop.addOrder({ placedAt: second(n) });
    const { storeHash, accessToken, clientSecret, fetch } = shop;
    const store = await createPulledStore(opened, bigcommerce, {
      config: { storeHash, accessToken, clientSecret },
      context: {
        fetch,
        wait: async (ms) => {
          nowMs += ms;
        },
      },
    });
    await store.work();
    expect(await ordersIn(store)).toEqual([{ orders: 30, ids: 30, placed: 30 }]);
  });

  it('that cannot be called is told so in words, and nothing else happens', async () => {
    const store = await createPulledStore(opened, woocommerce, { config: {} });
    await store.work();
    const { 'backfill orders': orders } = await store.pulls();
    expect(orders).toMatchObject({
      state: 'failed',
      failure: { code: 'misconfigured' },
      startedAt: expect.any(Number),
    });
    await store.work();
    expect(Object.values(await store.pulls()).map(({ kind }) => kind)).toEqual(['backfill', 'backfill', 'backfill']);
  });
});

describe('what the back-fill tells of', () => {
  const isHistory = (store: PulledStore) =>
    store.rows<{ number: string; isHistory: boolean }>(
      sql`select data ->> 'number' as number, (data -> 'isHistory')::boolean as "isHistory" from event where kind = 'orderPaid' order by 1`,
    );

  it('is history where it happened before the store was connected, and news since', async () => {
    const { woo, store } = await openWoo(1);
    const later = new Date(Date.now() + minuteMs).toISOString().slice(0, 19);
    woo.addOrder({ status: 'processing', date_created_gmt: later });
    await store.work();
    expect(await isHistory(store)).toEqual([
      { number: '1000', isHistory: true },
      { number: '1001', isHistory: false },
    ]);
  });
});

describe('an order that cannot be read', () => {
  it('is kept among the deliveries once, and used as soon as it can be', async () => {
    const { woo, store } = await openWoo(2);
    woo.addOrder({ status: 'processing', date_created_gmt: wooTime(3), currency: 'PTS' });
    await store.work();
    const poison = sql<{ topic: string; reason: string; part: string }>`
      select topic, reason, convert_from(body, 'UTF8')::jsonb ->> 'currency' as part from delivery where state = 'poison'`;
    const expected = [{ topic: 'order.updated', reason: 'woocommerce.unknown_currency', part: 'PTS' }];
    expect(await store.rows(poison)).toEqual(expected);
    expect((await store.pulls())['backfill orders']).toMatchObject({ state: 'done', ordersDone: 2, partsRejected: 1 });
    opened.clock.shiftMs += 15 * minuteMs;
    await store.work();
    opened.clock.shiftMs = 0;
    expect(await store.rows(poison)).toEqual(expected);
  });
});
