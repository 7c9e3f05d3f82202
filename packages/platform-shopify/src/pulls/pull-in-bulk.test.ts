import { startFakeShopify, type FakeShopify, adapterErrorOf, takePages } from '@regulars/adapter-testkit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectTo, orderIds } from '../../test/store.ts';
import { readGroups } from './read-groups.ts';

const count = 2_001;
const everything = { updatedFrom: null, cursor: null };
const expected = Array.from({ length: count }, (_, n) => String(1001 + n));

let store: FakeShopify;
beforeEach(async () => {
  store = await startFakeShopify({ maximumAvailable: 1e9, restoreRate: 1e9 });
  for (let n = 0; n < count; n += 1)
    store.addOrder({ processedAt: new Date(Date.UTC(2026, 10, 1) + n * 1_000).toISOString(), lines: 2 });
});
afterEach(() => store.close());

const ordersOf = (changes = {}) => connectTo(store, { wait: async () => undefined, ...changes }).pulls!.orders;

test('a large store is read from a file that Shopify writes, not page by page', async () => {
  const pages = await takePages(ordersOf()(everything));
  expect(orderIds(pages)).toEqual(expected);
  expect(store.requests.length).toBeLessThan(8);
  expect(pages.at(-1)?.events.at(-1)).toMatchObject({
    order: { lineItems: [{ name: 'Thing 1 of 2' }, { name: 'Thing 2 of 2' }] },
  });
  expect(pages.map(({ next }) => next === null)).toEqual(pages.map((_, index) => index === pages.length - 1));
});

test('the order is the same whichever way it comes', async () => {
  const inBulk = (await takePages(ordersOf()(everything))).flatMap(({ events }) => events);
  const paged = await takePages(ordersOf()({ updatedFrom: 0 as never, cursor: null }), 1);
  expect(inBulk.slice(0, paged[0]?.events.length)).toEqual(paged[0]?.events);
});

test('another process goes on within the same file, with none missing and none twice', async () => {
  const first = await takePages(ordersOf()(everything), 4);
  const rest = await takePages(ordersOf()({ updatedFrom: null, cursor: first.at(-1)?.next ?? null }));
  expect([...orderIds(first), ...orderIds(rest)]).toEqual(expected);
});

test('who stopped before the file was there waits for the same operation', async () => {
  const [first] = await takePages(ordersOf()(everything), 1);
  expect(first).toEqual({ events: [], next: 'bulk/1/0' });
  expect(orderIds(await takePages(ordersOf()({ updatedFrom: null, cursor: 'bulk/1/0' })))).toEqual(expected);
});

test.for(['refused', 'FAILED'] as const)('where the operation is %s the orders come page by page', async (outcome) => {
  store.bulk.outcome = outcome;
  expect(orderIds(await takePages(ordersOf()(everything)))).toEqual(expected);
});

test('where the file is gone the orders come page by page', async () => {
  store.fail({ kind: 'answerInstead', status: 403 }, { path: /^\/bulk\// });
  expect(orderIds(await takePages(ordersOf()(everything)))).toEqual(expected);
});

test('a file that breaks off is told as such, and read again from the cursor', async () => {
  store.fail({ kind: 'answerInstead', status: 200, body: '{"id":"gid://shopify/Order/1' }, { path: /^\/bulk\// });
  expect(await adapterErrorOf(takePages(ordersOf()(everything)))).toMatchObject({
    kind: 'unavailable',
    outcome: 'notDone',
  });
  expect(orderIds(await takePages(ordersOf()({ updatedFrom: null, cursor: 'bulk/1/0' })))).toEqual(expected);
});

test('the token is not shown to where the file is', async () => {
  await takePages(ordersOf()(everything));
  const download = store.requests.find(({ path }) => path.startsWith('/bulk/'));
  expect(download?.headers).not.toHaveProperty('x-shopify-access-token');
});

test('the file comes the way that is lent for large ones, and nothing else does', async () => {
  const urls: string[] = [];
  const download: typeof globalThis.fetch = (input, init) => {
    urls.push(String(input));
    return store.fetch(input, init);
  };
  expect(orderIds(await takePages(ordersOf({ download })(everything)))).toEqual(expected);
  expect(urls).toEqual([expect.stringContaining('/bulk/')]);
});

test('lines that follow an object belong to it, as they say', async () => {
  async function* lines() {
    yield '{"id":"o1"}';
    yield '{"id":"l1","__parentId":"o1"}';
    yield '';
    yield '{"id":"o2"}';
  }
  const groups: unknown[] = [];
  for await (const group of readGroups(lines(), 'lineItems')) groups.push(group);
  expect(groups).toMatchObject([
    { id: 'o1', lineItems: { nodes: [{ id: 'l1' }] } },
    { id: 'o2', lineItems: { nodes: [] } },
  ]);
});
