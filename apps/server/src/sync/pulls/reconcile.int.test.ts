import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { startFakeWooCommerce, type FakeWooCommerce } from '@regulars/adapter-testkit';
import { dayMs, hourMs, minuteMs, secondMs } from '@regulars/core/shared';
import { woocommerce } from '@regulars/platform-woocommerce';
import { openTestDatabase, type OpenTestDatabase } from '../../../test-support/open-test-database.ts';
import { createPulledStore, type PulledStore } from '../../../test-support/pulled-store.ts';
import { planPulls } from './plan-pulls.ts';

let opened: OpenTestDatabase;
let woo: FakeWooCommerce;
let store: PulledStore;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());
beforeEach(async () => {
  woo = await startFakeWooCommerce();
  woo.addOrder({ status: 'processing', date_created_gmt: '2026-06-01T10:00:00' });
  const config = { url: woo.url, key: woo.key, secret: woo.secret };
  store = await createPulledStore(opened, woocommerce, { config });
  await store.work();
});
afterEach(async () => {
  opened.clock.shiftMs = 0;
  await woo.close();
});

const now = (agoMs = 0): string => new Date(Date.now() + opened.clock.shiftMs - agoMs).toISOString().slice(0, 19);
const later = async (ms: number) => {
  opened.clock.shiftMs += ms;
  await store.work();
};
const numbers = async () =>
  (await store.rows(sql<{ number: string }>`select number from orders order by number`)).map(({ number }) => number);
const reconciled = async () => {
  const pull = (await store.pulls())['reconcile orders'];
  if (pull === undefined) throw new Error('Nothing was reconciled.');
  return pull;
};
const listsAsked = () => woo.requests.filter(({ path }) => path.endsWith('/orders')).length;

it('what webhooks missed comes within a quarter of an hour, as news', async () => {
  opened.clock.shiftMs += minuteMs;
  woo.addOrder({ status: 'processing', date_created_gmt: now() });
  await later(10 * minuteMs);
  expect(await numbers()).toEqual(['1000']);
  await later(4 * minuteMs + secondMs);
  expect(await numbers()).toEqual(['1000', '1001']);
  const paid = sql<{ isHistory: boolean }>`
    select (data -> 'isHistory')::boolean as "isHistory" from event where kind = 'orderPaid' and data ->> 'number' = '1001'`;
  expect(await store.rows(paid)).toEqual([{ isHistory: false }]);
});

it('each begins ten minutes before the last one began, and asks for no more', async () => {
  const { startedAt: first } = await reconciled();
  await later(20 * minuteMs);
  const second = await reconciled();
  expect([second.updatedFrom, second.ordersDone]).toEqual([(first ?? 0) - 10 * minuteMs, 0]);
});

it('one that fails leaves no gap: the next begins where the last good one did', async () => {
  const { startedAt: good } = await reconciled();
  woo.fail({ kind: 'answerInstead', status: 401, body: '{}' }, { path: /orders$/ });
  await later(15 * minuteMs);
  expect(await reconciled()).toMatchObject({ state: 'failed', failure: { code: 'unauthenticated' } });
  opened.clock.shiftMs += minuteMs;
  woo.addOrder({ status: 'processing', date_created_gmt: now(minuteMs) });
  await later(15 * minuteMs);
  expect(await reconciled()).toMatchObject({ state: 'done', updatedFrom: (good ?? 0) - 10 * minuteMs, failure: null });
  expect(await numbers()).toEqual(['1000', '1001']);
});

it('after days of rest one look suffices for all that was missed', async () => {
  opened.clock.shiftMs += 3 * dayMs;
  for (let n = 0; n < 5; n += 1) woo.addOrder({ status: 'processing', date_created_gmt: now((3 - n / 2) * dayMs) });
  const asked = listsAsked();
  await store.work();
  expect((await numbers()).length).toBe(6);
  expect(listsAsked() - asked).toBeLessThan(4);
  await store.work();
  expect(listsAsked() - asked).toBeLessThan(4);
});

it('one that takes long comes round less often: a store is read for a twentieth of the time at most', async () => {
  await store.rows(sql`
    update pull set started_at = clock_now() - interval '3 minutes', finished_at = clock_now() where kind = 'reconcile'`);
  const asked = woo.requests.length;
  await later(56 * minuteMs);
  expect(woo.requests.length).toBe(asked);
  await later(2 * minuteMs);
  expect(woo.requests.length).toBeGreaterThan(asked);
});

it('one that was held up for a night is followed by the next within the hour', async () => {
  await store.rows(sql`
    update pull set started_at = clock_now() - interval '8 hours', finished_at = clock_now() where kind = 'reconcile'`);
  const asked = woo.requests.length;
  await later(61 * minuteMs);
  expect(woo.requests.length).toBeGreaterThan(asked);
});

it('a repair reads a span again, before anything else, and one under way is widened and never narrowed', async () => {
  const plan = (updatedFrom: number | null) =>
    opened.database.withStore(store.storeId, (tx) =>
      planPulls(tx, store.storeId, {
        connectionId: store.connectionId,
        kind: 'repair',
        resources: ['orders'],
        updatedFrom: updatedFrom as never,
      }),
    );
  const at = Date.UTC(2026, 4, 1);
  expect((await plan(at))[0]?.updatedFrom).toBe(at);
  const first = (await plan(at))[0]?.id;
  // It comes to what changed lately, too: beginning anew would only take longer.
  expect((await plan(at + hourMs))[0]).toMatchObject({ id: first, updatedFrom: at });
  expect((await plan(null))[0]?.updatedFrom).toBeNull();
  expect((await plan(at))[0]?.updatedFrom).toBeNull();
  await store.work();
  expect((await store.pulls())['repair orders']).toMatchObject({ state: 'done', ordersDone: 1, updatedFrom: null });
  expect((await plan(at))[0]?.updatedFrom).toBe(at);
});

it('of several stores the most pressing is read first, and then the one that was read longest ago', async () => {
  const { database } = opened;
  const others = await Promise.all(
    [1, 2].map(() =>
      createPulledStore(opened, woocommerce, { config: { url: woo.url, key: woo.key, secret: woo.secret } }),
    ),
  );
  const [long, lately] = others.map(({ storeId }) => storeId);
  for (const [n, other] of others.entries()) {
    await other.workOnce();
    await other.rows(sql`
      update pull set state = 'waiting', last_page_at = clock_now() - ${n === 0 ? 60 : 1} * interval '1 minute'
      where kind = 'backfill'`);
    await other.rows(sql`delete from pull where kind = 'reconcile'`);
  }
  opened.clock.shiftMs += 15 * minuteMs;
  const [reader] = store.lanes.slice(1);
  const due = await database.withStores(
    [lately, store.storeId, long].flatMap((id) => id ?? []),
    (tx) => (reader === undefined ? Promise.resolve([]) : reader.listDueStores(tx)),
  );
  expect(due).toEqual([store.storeId, long, lately]);
});
