import { startFakeWooCommerce, type FakeWooCommerce, adapterErrorOf, takePages } from '@regulars/adapter-testkit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { at, connectTo, idsOf, sizesAsked } from '../../test/store.ts';

let store: FakeWooCommerce;
let rows: object[];
beforeEach(async () => {
  store = await startFakeWooCommerce();
  rows = [];
  for (let n = 0; n < 150; n += 1) rows.push(store.addOrder({ status: 'processing', date_created_gmt: at(n) }));
});
afterEach(() => store.close());

const everything = { updatedFrom: null, cursor: null };
const orders = /\/orders$/;

/** What is waited for, in milliseconds. */
function watch(): { readonly waits: number[]; readonly wait: (durationMs: number) => Promise<void> } {
  const waits: number[] = [];
  return { waits, wait: async (durationMs) => void waits.push(durationMs) };
}

test.for([
  ['does not answer in time', { kind: 'delayAfter', delayMs: 30_000 }],
  ['fails', { kind: 'answerInstead', status: 500, body: '<p>There has been a critical error.</p>' }],
  ['answers with more than is taken', { kind: 'answerInstead', status: 200, body: `[${' '.repeat(10_000_001)}]` }],
  ['is kept from answering by its gateway', { kind: 'answerInstead', status: 524, body: '<html>' }],
] as const)('a store that %s is asked for half as much, after a while', async ([, fault]) => {
  store.fail(fault, { times: 2 });
  const { waits, wait } = watch();
  const pulls = connectTo(store, { wait, timeoutMs: fault.kind === 'delayAfter' ? 300 : 10_000 }).pulls;
  expect(new Set(idsOf(await takePages(pulls.orders(everything)))).size).toBe(150);
  expect(sizesAsked(store, orders).slice(0, 4)).toEqual([100, 50, 25, 25]);
  expect(waits).toEqual([1_000, 2_000]);
});

test('pages grow again when ten of them went well', async () => {
  store.fail({ kind: 'answerInstead', status: 503 }, { times: 3 });
  await takePages(connectTo(store).pulls.orders(everything));
  expect(sizesAsked(store, orders)).toEqual([100, 50, 25, ...Array.from({ length: 10 }, () => 12), 24, 24]);
});

test.for([429, 503])('the wish of a %d is granted, up to a minute', async (status) => {
  store.fail({ kind: 'answerInstead', status, headers: { 'retry-after': '30' } });
  const { waits, wait } = watch();
  expect(idsOf(await takePages(connectTo(store, { wait }).pulls.orders(everything)))).toHaveLength(150);
  expect(waits).toEqual([30_000]);
  store.fail({ kind: 'answerInstead', status, headers: { 'retry-after': '90' } });
  const error = await adapterErrorOf(takePages(connectTo(store, { wait }).pulls.orders(everything)));
  expect([error.retryAfterMs, waits.length]).toEqual([90_000, 1]);
});

test('a store that stays overloaded is left alone in the end, and read on from the cursor later', async () => {
  const pulls = connectTo(store).pulls;
  const [first] = await takePages(pulls.orders(everything), 1);
  store.fail({ kind: 'answerInstead', status: 502 }, { times: 6 });
  const from = { updatedFrom: null, cursor: first?.next ?? null };
  expect(await adapterErrorOf(takePages(pulls.orders(from)))).toMatchObject({
    kind: 'unavailable',
    outcome: 'notDone',
  });
  expect((first?.events.length ?? 0) + idsOf(await takePages(pulls.orders(from))).length).toBe(150);
});

test.for([
  ['a notice before the JSON', { status: 200, body: '<b>Notice</b>: Undefined index in x.php\n[]' }, 'unavailable'],
  ['a page of HTML', { status: 200, body: '<html>Just a moment…</html>' }, 'unavailable'],
  ['a list without its length', { status: 200, body: '[]' }, 'unavailable'],
  ['a firewall that forbids it', { status: 403, body: '<html>' }, 'forbidden'],
  ['things without an id', { status: 200, headers: { 'x-wp-total': '1' }, body: '[{}]' }, 'unavailable'],
  ['nothing of what there is', { status: 200, headers: { 'x-wp-total': '150' }, body: '[]' }, 'unavailable'],
] as const)('%s is never an empty store', async ([, answer, kind]) => {
  store.fail({ kind: 'answerInstead', ...answer });
  expect(await adapterErrorOf(takePages(connectTo(store).pulls.orders(everything)))).toMatchObject({
    kind,
    outcome: 'notDone',
  });
});

test('of half a page the other half comes with the next one', async () => {
  const headers = { 'x-wp-total': '150' };
  store.fail({ kind: 'answerInstead', status: 200, headers, body: JSON.stringify(rows.slice(0, 40)) });
  const ids = idsOf(await takePages(connectTo(store).pulls.orders(everything)));
  expect([ids.length, new Set(ids).size]).toEqual([150, 150]);
});
