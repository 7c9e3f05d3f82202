import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startFakeShopify, startFakeWooCommerce, type Fault, type FakeWooCommerce } from '@regulars/adapter-testkit';
import { hourMs, minuteMs, secondMs } from '@regulars/core/shared';
import { shopify } from '@regulars/platform-shopify';
import { woocommerce } from '@regulars/platform-woocommerce';
import { openTestDatabase, type OpenTestDatabase } from '../../../test-support/open-test-database.ts';
import { createPulledStore, type PulledStore } from '../../../test-support/pulled-store.ts';
import { setConnectionPause } from '../../stores/door.ts';
import { pausePull, resumePull } from './change-pulls.ts';
import { claimPull } from './claim-pull.ts';
import { countPullTroubles } from './count-pull-troubles.ts';
import type { PullId } from './pull.ts';

let opened: OpenTestDatabase;
let woo: FakeWooCommerce;
let store: PulledStore;
/** Called before the n-th page of orders is asked for, counted from 1. */
let beforePage: (page: number) => void;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());
beforeEach(async () => {
  let page = 0;
  beforePage = () => undefined;
  woo = await startFakeWooCommerce();
  for (let n = 0; n < 350; n += 1) woo.addOrder({ status: 'processing', date_created_gmt: time(n) });
  store = await createPulledStore(opened, woocommerce, {
    config: { url: woo.url, key: woo.key, secret: woo.secret },
    context: {
      fetch: (input, init) => {
        if (/orders\?.*per_page=100/.test(String(input instanceof Request ? input.url : input))) {
          page += 1;
          beforePage(page);
        }
        return globalThis.fetch(input, init);
      },
    },
  });
});
afterEach(async () => {
  opened.clock.shiftMs = 0;
  await woo.close();
});

const time = (n: number): string => new Date(Date.UTC(2026, 5, 1) + n * 1_000).toISOString().slice(0, 19);
const failOn = (page: number, fault: Fault) => {
  beforePage = (now) => {
    if (now === page) woo.fail(fault, { path: /orders$/ });
  };
};
const orders = async () =>
  (
    await store.rows<{ orders: number; placed: number }>(
      sql`select count(*) as orders, (select count(*) from event where kind = 'orderPlaced') as placed from orders`,
    )
  )[0];
const all = { orders: 350, placed: 350 };
const backfill = async () => {
  const pull = (await store.pulls())['backfill orders'];
  if (pull === undefined) throw new Error('There is no back-fill.');
  return pull;
};
const later = async (ms: number) => {
  opened.clock.shiftMs += ms;
  await store.work();
};

describe('a back-fill that meets', () => {
  it('a limit that is used up waits as long as the store says, and goes on from there', async () => {
    failOn(3, { kind: 'answerInstead', status: 429, headers: { 'retry-after': '300' }, body: '{}' });
    await store.work();
    const { state, waitsUntil, ordersDone, failure } = await backfill();
    expect({ state, failure: failure?.code }).toEqual({ state: 'waiting', failure: 'rateLimited' });
    expect(ordersDone).toBeGreaterThan(150);
    expect(waitsUntil).toBeGreaterThan(Date.now() + 4 * minuteMs);
    await later(4 * minuteMs);
    expect((await orders())?.orders).toBe(ordersDone);
    await later(minuteMs + secondMs);
    expect([await orders(), (await backfill()).state]).toEqual([all, 'done']);
  });

  it.each([
    ['half a page', { kind: 'answerAfter', status: 200, headers: { 'x-wp-total': '350' }, body: '[{"id":1000,"stat' }],
    ['a connection that breaks', { kind: 'resetAfter' }],
  ] as const)('%s tries again after a while, with no order missing and none twice', async (_what, fault) => {
    failOn(2, fault);
    await store.work();
    const first = await backfill();
    expect(first).toMatchObject({ state: 'waiting', failure: { code: 'unavailable' } });
    await later(15 * secondMs);
    expect([await orders(), (await backfill()).state]).toEqual([all, 'done']);
  });

  it('a list that cannot be read goes on with the others, and tells of it when it never could', async () => {
    woo.fail({ kind: 'answerInstead', status: 500, body: '{}' }, { path: /products$/, times: 1_000 });
    await store.work();
    expect((await store.pulls())['backfill products']).toMatchObject({ state: 'waiting' });
    expect([await orders(), (await backfill()).state]).toEqual([all, 'done']);
    const troubles = () => opened.database.withStores([store.storeId], countPullTroubles);
    expect(await troubles()).toEqual([]);
    for (let tries = 0; tries < 10; tries += 1) await later(31 * minuteMs);
    expect(await troubles()).toMatchObject([{ storeId: store.storeId, failedPulls: 1 }]);
  });

  it('a key that serves no more fails in words, keeps its place, and goes on when it is resumed', async () => {
    failOn(3, { kind: 'answerInstead', status: 401, body: '{"code":"woocommerce_rest_cannot_view"}' });
    await store.work();
    const failed = await backfill();
    expect(failed).toMatchObject({ state: 'failed', failure: { code: 'unauthenticated' }, waitsUntil: null });
    expect(failed.failure?.message).toMatch(/key/i);
    await later(hourMs);
    expect((await backfill()).state).toBe('failed');
    const asked = woo.requests.length;
    expect(await resumePull(opened.database, store.storeId, failed.id as PullId)).toMatchObject({ ok: true });
    await store.work();
    expect([await orders(), (await backfill()).state]).toEqual([all, 'done']);
    // From where it stopped, not from the beginning.
    expect(woo.requests.length - asked).toBeLessThan(6);
  });

  it('a token that expires midway gets another one and goes on', async () => {
    const shop = await startFakeShopify();
    for (let n = 0; n < 60; n += 1) shop.addOrder({ processedAt: `${time(n)}Z` });
    let calls = 0;
    const { domain, clientId, clientSecret } = shop;
    const shopStore = await createPulledStore(opened, shopify, {
      config: { domain, clientId, clientSecret, access: 'clientCredentials' },
      context: {
        fetch: (input, init) => {
          calls += 1;
          if (calls === 6) shop.tokens.endTokens();
          return shop.fetch(input, init);
        },
      },
    });
    await shopStore.work();
    expect((await shopStore.pulls())['backfill orders']).toMatchObject({ state: 'done', ordersDone: 60 });
    expect(shop.requests.filter(({ path }) => path.endsWith('/access_token')).length).toBe(2);
    await shop.close();
  });

  it('a person who pauses it stops after the page it is at, and goes on from there', async () => {
    let paused: Promise<unknown> = Promise.resolve();
    beforePage = (page) => {
      if (page !== 3) return;
      paused = backfill().then(({ id }) => pausePull(opened.database, store.storeId, id as PullId));
    };
    await store.work();
    await paused;
    const { state, ordersDone, id } = await backfill();
    expect(state).toBe('paused');
    expect(ordersDone).toBeLessThan(350);
    expect((await orders())?.orders).toBe(ordersDone);
    await later(hourMs);
    expect((await backfill()).ordersDone).toBe(ordersDone);
    await resumePull(opened.database, store.storeId, id as PullId);
    await store.work();
    expect([await orders(), (await backfill()).state]).toEqual([all, 'done']);
  });

  it('the end of its process lets go at once, also while the store does not answer', async () => {
    const stopping = new AbortController();
    beforePage = (page) => {
      if (page !== 3) return;
      woo.fail({ kind: 'delayAfter', delayMs: 60_000 }, { path: /orders$/ });
      setTimeout(() => stopping.abort(), 50);
    };
    while ((await store.workOnce(stopping.signal)) > 0 && !stopping.signal.aborted);
    expect(await backfill()).toMatchObject({ state: 'waiting', failure: null, waitsUntil: null });
    await store.work();
    expect([await orders(), (await backfill()).state]).toEqual([all, 'done']);
  });

  it('another worker that took it over keeps nothing more', async () => {
    let taken: Promise<unknown> | null = null;
    beforePage = (page) => {
      if (page !== 2) return;
      const { database } = opened;
      taken = store
        .rows(sql`update pull set lease_until = clock_now() - interval '1 second' where state = 'running'`)
        .then(() => database.withStore(store.storeId, (tx, now) => claimPull(tx, store.storeId, now, 10 * minuteMs)));
    };
    while (taken === null) await store.workOnce();
    await expect(taken).resolves.toMatchObject({ pull: { resource: 'orders' } });
    const { ordersDone, state } = await backfill();
    expect([state, (await orders())?.orders]).toEqual(['running', ordersDone]);
    await later(10 * minuteMs);
    expect([await orders(), (await backfill()).state]).toEqual([all, 'done']);
  });
});

it('a connection that rests is not read', async () => {
  await opened.database.withStore(store.storeId, (tx) =>
    setConnectionPause(tx, store.storeId, store.connectionId, 'disconnected'),
  );
  await store.work();
  expect([await store.pulls(), woo.requests.length]).toEqual([{}, 0]);
});

it('one connection is read by one reader at a time', async () => {
  await store.workOnce();
  const claim = () =>
    opened.database.withStore(store.storeId, (tx, now) => claimPull(tx, store.storeId, now, minuteMs));
  const claims = await Promise.all([claim(), claim(), claim()]);
  expect(claims.filter((claimed) => claimed !== null)).toHaveLength(1);
  expect(await store.workOnce()).toBe(0);
});
