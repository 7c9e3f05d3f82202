import { startFakeWooCommerce, type FakeWooCommerce, adapterErrorOf, takePages } from '@regulars/adapter-testkit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { orderOf, parse } from '../../test/parse.ts';
import { at, connectTo, idOf, idsOf, instant } from '../../test/store.ts';

let store: FakeWooCommerce;
beforeEach(async () => {
  store = await startFakeWooCommerce();
});
afterEach(() => store.close());

const everything = { updatedFrom: null, cursor: null };

function addOrders(count: number, toSecond = (n: number): number => n): void {
  for (let n = 0; n < count; n += 1) store.addOrder({ status: 'processing', date_created_gmt: at(toSecond(n)) });
}

test('orders come from the one changed longest ago to the last, each once, whoever shares a second', async () => {
  addOrders(450, (n) => Math.floor(n / 7));
  const pages = await takePages(connectTo(store).pulls.orders(everything));
  const ids = idsOf(pages);
  expect([ids.length, new Set(ids).size, ids[0], ids.at(-1)]).toEqual([450, 450, '1000', '1449']);
  expect(pages.map(({ next }) => next === null)).toEqual(pages.map((_, index) => index === pages.length - 1));
});

test('orders are the same as their webhooks tell', async () => {
  const order = store.addOrder({ status: 'completed', date_created_gmt: at(0), coupon_lines: [{ code: 'Friend-1' }] });
  const [page] = await takePages(connectTo(store).pulls.orders(everything));
  const told = orderOf(parse('order.updated', order));
  expect(page?.events).toEqual([{ kind: 'orderUpserted', order: told }]);
  expect(told).toMatchObject({ status: 'fulfilled', couponCodes: ['friend-1'], totals: { grandMinor: 3980 } });
});

test('an order that changes while orders are read comes again at the end, and makes nobody be skipped', async () => {
  addOrders(250);
  const seen: string[] = [];
  let second = 1_000;
  for await (const { events } of connectTo(store).pulls.orders(everything)) {
    seen.push(...events.map(idOf));
    // All of the page leave their places, which moves those behind them forward.
    if (second < 1_002) {
      for (const event of events) store.changeOrder(Number(idOf(event)), { date_modified_gmt: at(second) });
      second += 1;
    }
  }
  expect(new Set(seen).size).toBe(250);
  expect(seen.length).toBeGreaterThan(250);
});

test('of more orders than a page holds that changed in one second none is missed, though some change again', async () => {
  addOrders(10);
  addOrders(330, () => 100);
  addOrders(10, (n) => 200 + n);
  const pulls = connectTo(store).pulls;
  const seen: string[] = [];
  let cursor: string | null = null;
  let isFirst = true;
  do {
    // Each page is another process.
    const [page] = await takePages(pulls.orders({ updatedFrom: null, cursor }), 1);
    seen.push(...(page?.events.map(idOf) ?? []));
    cursor = page?.next ?? null;
    if (cursor?.startsWith('within/') && isFirst) {
      isFirst = false;
      for (const id of seen.slice(0, 90)) store.changeOrder(Number(id), { date_modified_gmt: at(300) });
    }
  } while (cursor !== null);
  expect(isFirst).toBe(false);
  expect(new Set(seen).size).toBe(350);
});

test(
  '10,000 orders come through a reader that is killed again and again, each once, and once more when changed',
  { timeout: 60_000 },
  async () => {
    addOrders(10_000, (n) => Math.floor(n / 3));
    const counts = new Map<string, number>();
    let cursor: string | null = null;
    let changed = 0;
    for (let life = 0; ; life += 1) {
      const pages = connectTo(store).pulls.orders({ updatedFrom: null, cursor })[Symbol.asyncIterator]();
      let page = await pages.next();
      for (let kept = 0; kept < 1 + (life % 13) && page.done !== true; kept += 1) {
        for (const event of page.value.events) counts.set(idOf(event), (counts.get(idOf(event)) ?? 0) + 1);
        cursor = page.value.next;
        const [first] = page.value.events;
        if (life % 5 === 0 && first !== undefined) {
          store.changeOrder(Number(idOf(first)), { date_modified_gmt: at(5_000 + changed) });
          changed += 1;
        }
        page = await pages.next();
      }
      if (cursor === null) break;
      // What was read and not kept dies with its reader.
      await pages.return?.();
    }
    const doubled = [...counts.values()].filter((count) => count > 1).length;
    expect([counts.size, doubled]).toEqual([10_000, changed]);
    expect(changed).toBeGreaterThan(10);
  },
);

test.for([60, -300, 0])(
  'orders since a time are those of that instant, in a shop %d minutes ahead',
  async (minutes) => {
    const shop = await startFakeWooCommerce({ offsetMinutes: minutes });
    for (const minute of [0, 54, 56, 60]) shop.addOrder({ status: 'processing', date_created_gmt: at(minute * 60) });
    const since = { updatedFrom: instant(`${at(3_600)}Z`), cursor: null };
    // Five minutes early, for the shop's clock is its own.
    expect(idsOf(await takePages(connectTo(shop).pulls.orders(since)))).toEqual(['1002', '1003']);
    await shop.close();
  },
);

test('orders that went to the trash since a time are told as deleted, and are nothing in a first pull', async () => {
  store.addOrder({ status: 'processing', date_created_gmt: at(0) });
  store.addOrder({ status: 'trash', date_created_gmt: at(1) });
  const since = { updatedFrom: instant(`${at(0)}Z`), cursor: null };
  const pages = await takePages(connectTo(store).pulls.orders(since));
  expect(pages.flatMap(({ events }) => events)).toMatchObject([
    { kind: 'orderUpserted', order: { externalId: '1000' } },
    { kind: 'orderDeleted', externalId: '1001' },
  ]);
  const rest = await takePages(connectTo(store).pulls.orders({ ...since, cursor: pages[0]?.next ?? null }));
  expect(idsOf(rest)).toEqual(['orderDeleted']);
  expect(idsOf(await takePages(connectTo(store).pulls.orders(everything)))).toEqual(['1000']);
});

test('a checkout that was merely opened is no order, also where orders are kept as posts', async () => {
  const posts = await startFakeWooCommerce({ orderStorage: 'posts' });
  posts.addOrder({ status: 'checkout-draft', date_created_gmt: at(0) });
  posts.addOrder({ status: 'packed', date_created_gmt: at(1) });
  expect(idsOf(await takePages(connectTo(posts).pulls.orders(everything)))).toEqual(['1001']);
  await posts.close();
});

test('refunds come with their dates, for one call per order that has any', async () => {
  addOrders(3);
  store.addRefund(1_001, { amount: '5.00', date_created_gmt: at(60) });
  store.addRefund(1_001, { amount: '3.00', date_created_gmt: at(90) });
  const pages = await takePages(connectTo(store).pulls.orders(everything));
  expect(pages.flatMap(({ events }) => events).at(-1)).toMatchObject({
    order: {
      externalId: '1001',
      status: 'partially_refunded',
      totals: { refundedMinor: 800 },
      refunds: [
        { amountMinor: 500, createdAt: Date.parse(`${at(60)}Z`) },
        { amountMinor: 300, createdAt: Date.parse(`${at(90)}Z`) },
      ],
    },
  });
  expect(store.requests.filter(({ path }) => path.endsWith('/refunds'))).toHaveLength(1);
});

test('orders that cannot be read are kept as such, and the rest of their page is used', async () => {
  addOrders(1);
  store.addOrder({ status: 'processing', date_created_gmt: at(1), currency: 'PTS' });
  store.addOrder({ status: 'processing', date_created_gmt: at(2), total: 19.9 });
  const [page] = await takePages(connectTo(store).pulls.orders(everything));
  expect(page?.events.map((event) => (event.kind === 'partRejected' ? event.rejection : event.kind))).toMatchObject([
    'orderUpserted',
    { code: 'woocommerce.unknown_currency', path: '/currency' },
    { code: 'woocommerce.invalid', path: '/total' },
  ]);
});

test('a page is asked for when the one before it was taken, and not earlier', async () => {
  addOrders(250);
  const pages = connectTo(store).pulls.orders(everything)[Symbol.asyncIterator]();
  await pages.next();
  const askedFor = store.requests.length;
  await new Promise((resolve) => setImmediate(resolve));
  expect([askedFor, store.requests.length]).toEqual([1, 1]);
  await pages.return?.();
});

test('a cursor of something else is refused', async () => {
  const pulls = connectTo(store).pulls;
  expect(await adapterErrorOf(takePages(pulls.orders({ updatedFrom: null, cursor: 'ids/1/2' })))).toMatchObject({
    kind: 'invalid',
  });
  expect(await adapterErrorOf(takePages(pulls.customers({ updatedFrom: null, cursor: 'since/1' })))).toMatchObject({
    kind: 'invalid',
  });
});
