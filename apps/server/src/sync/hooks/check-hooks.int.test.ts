import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startFakeShopify, startFakeWooCommerce, type FakeWooCommerce } from '@regulars/adapter-testkit';
import { dayMs, hourMs, minuteMs, plus, secondMs, toInstant, toIsoString } from '@regulars/core/shared';
import { shopify } from '@regulars/platform-shopify';
import { woocommerce } from '@regulars/platform-woocommerce';
import { fakeShops } from '../../../test-support/fake-shops.ts';
import { openTestDatabase, type OpenTestDatabase } from '../../../test-support/open-test-database.ts';
import { openWatchedShop, watchSealer, type WatchedShop } from '../../../test-support/watched-shop.ts';
import { sealWebhookSecret } from '../../stores/connections.ts';
import { rotateWebhookSecret } from '../../stores/repository.ts';

let opened: OpenTestDatabase;
const closing: (() => Promise<void>)[] = [];
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());
afterEach(async () => {
  opened.clock.shiftMs = 0;
  for (const close of closing.splice(0)) await close();
});

const secret = 'whsec_0123456789abcdef';

async function openWoo(): Promise<{ readonly woo: FakeWooCommerce; readonly shop: WatchedShop }> {
  const woo = await startFakeWooCommerce();
  closing.push(woo.close);
  const config = { url: woo.url, key: woo.key, secret: woo.secret };
  return { woo, shop: await openWatchedShop(opened.database, woocommerce, { config, secret }) };
}

const later = (ms: number) => {
  opened.clock.shiftMs += ms;
};
const gapsOf = (shop: WatchedShop) =>
  shop.query(sql<{ resource: string; updatedFrom: number }>`
    select resource, updated_from as "updatedFrom" from pull where kind = 'repair' order by resource`);
const states = async (shop: WatchedShop) => new Set((await shop.hooks())?.topics.map(({ state }) => state));

describe('the webhooks of a new connection', () => {
  it('are registered at once, to its own address, and nothing is read again', async () => {
    const { woo, shop } = await openWoo();
    await shop.work();
    expect(new Set(woo.webhooks.map(({ delivery_url: url }) => url))).toEqual(new Set([shop.hookUrl]));
    expect(await shop.hooks()).toMatchObject({
      failure: null,
      repairedTopics: expect.arrayContaining(['order.updated']),
    });
    expect(await states(shop)).toEqual(new Set(['active']));
    expect(await gapsOf(shop)).toEqual([]);
  });

  it('are not registered where no platform can deliver, and it is said what to do', async () => {
    const store = await startFakeShopify();
    closing.push(store.close);
    const { domain, clientSecret, accessToken, fetch } = store;
    const shop = await openWatchedShop(opened.database, shopify, {
      config: { domain, clientSecret, access: 'token', accessToken },
      secret: clientSecret,
      context: { fetch, allowPrivateNetwork: false },
      publicUrl: 'http://localhost:3000',
    });
    await shop.work();
    expect(store.subscriptions).toEqual([]);
    expect(await states(shop)).toEqual(new Set(['missing']));
    expect(await shop.hooks()).toMatchObject({
      failure: { code: 'addressUnreachable', message: expect.stringContaining('REGULARS_PUBLIC_URL') },
    });
  });

  it('are looked at again in an hour when the platform refused, in the adapter’s words', async () => {
    const { woo, shop } = await openWoo();
    woo.fail({ kind: 'answerInstead', status: 403, body: '<html>' });
    await shop.work();
    expect(await shop.hooks()).toMatchObject({
      topics: [],
      failure: { code: 'forbidden', message: expect.any(String) },
    });
    expect(woo.webhooks).toEqual([]);
    later(hourMs);
    await shop.work();
    expect(await shop.hooks()).toMatchObject({ failure: null });
    expect(await states(shop)).toEqual(new Set(['active']));
  });
});

describe('webhooks that were lost on the platform', () => {
  it.for(fakeShops)('of %s are back within the hour, and what came in the gap is here', async ([, start]) => {
    const { adapter, ordersTopic, loseHooks, placeOrder, close, ...options } = await start();
    closing.push(close);
    const shop = await openWatchedShop(opened.database, adapter, options);
    await shop.work();
    await shop.read();
    // What is read again anyway, after a while, would hide what is read because of the gap.
    await shop.query(sql`delete from pull where kind = 'reconcile'`);
    const allWasWell = (await shop.hooks())?.checkedAt ?? toInstant(0);
    // No longer: each connection has its own minute of the hour, and it may be the next one.
    later(secondMs);
    loseHooks();
    placeOrder(toIsoString(plus(allWasWell, 30 * minuteMs)));
    await shop.work();
    expect(await gapsOf(shop)).toEqual([]);
    later(hourMs);
    await shop.work();
    expect(await shop.hooks()).toMatchObject({ repairedTopics: [ordersTopic], failure: null });
    expect(await states(shop)).toEqual(new Set(['active']));
    const gaps = await gapsOf(shop);
    expect(gaps.map(({ resource }) => resource)).toEqual(['customers', 'orders', 'products']);
    expect(allWasWell - (gaps[1]?.updatedFrom ?? 0)).toBe(10 * minuteMs);
    await shop.read();
    expect(await shop.query(sql`select currency from orders`)).toHaveLength(1);
  });

  it('leave a gap that begins when all was last well, however long the platform could not be asked', async () => {
    const { woo, shop } = await openWoo();
    await shop.work();
    const allWasWell = (await shop.hooks())?.checkedAt ?? 0;
    for (const webhook of woo.webhooks) webhook.status = 'disabled';
    woo.fail({ kind: 'answerInstead', status: 403, body: '<html>' }, { path: /webhooks/, times: 5 });
    for (let hour = 0; hour < 5; hour += 1) {
      later(hourMs);
      await shop.work();
    }
    expect(await gapsOf(shop)).toEqual([]);
    later(hourMs);
    await shop.work();
    expect(allWasWell - ((await gapsOf(shop))[1]?.updatedFrom ?? 0)).toBe(10 * minuteMs);
  });
});

it('webhooks that somebody else brought back leave a gap as well', async () => {
  const { woo, shop } = await openWoo();
  await shop.work();
  for (const webhook of woo.webhooks) webhook.status = 'disabled';
  woo.fail({ kind: 'answerInstead', status: 403, body: '<html>' }, { method: 'POST', path: /webhooks/ });
  later(hourMs);
  await shop.work();
  expect(await shop.hooks()).toMatchObject({ failure: { code: 'forbidden' } });
  expect(await states(shop)).toContain('disabled');
  for (const webhook of woo.webhooks) webhook.status = 'active';
  later(hourMs);
  await shop.work();
  expect(await gapsOf(shop)).toHaveLength(3);
});

describe('webhooks with a new secret', () => {
  it('are registered anew at once, and nothing else is looked at before its hour', async () => {
    const { woo, shop } = await openWoo();
    await shop.work();
    const before = woo.webhooks.map(({ id }) => id);
    const calls = woo.requests.length;
    await shop.work();
    expect(woo.requests).toHaveLength(calls);
    const sealed = sealWebhookSecret(watchSealer, shop.storeId, shop.connectionId, 'whsec_fedcba9876543210');
    await opened.database.withStore(shop.storeId, (tx) =>
      rotateWebhookSecret(tx, shop.storeId, shop.connectionId, sealed),
    );
    await shop.work();
    expect(woo.webhooks.some(({ id }) => before.includes(id))).toBe(false);
    expect(await states(shop)).toEqual(new Set(['active']));
  });
});

it('a connection that rests is not looked at until it works again', async () => {
  const { woo, shop } = await openWoo();
  await shop.query(sql`update connection set paused_reason = 'platform.disconnected', paused_at = clock_now()`);
  later(dayMs);
  await shop.work();
  expect(woo.requests).toEqual([]);
});
