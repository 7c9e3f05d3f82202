import { startFakeBigCommerce, type FakeBigCommerce, adapterErrorOf, takePages } from '@regulars/adapter-testkit';
import { toInstant } from '@regulars/core/shared';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectTo, createIdleClock, orderIds } from '../../test/store.ts';

let store: FakeBigCommerce;
beforeEach(async () => {
  store = await startFakeBigCommerce({ quota: 1e9 });
});
afterEach(() => store.close());

const everything = { updatedFrom: null, cursor: null };
const begin = Date.UTC(2026, 10, 1);
const second = (n: number): string => new Date(begin + n * 1_000).toISOString();
const pulls = () => connectTo(store).pulls!;

function addOrders(count: number, at: (n: number) => number = (n) => n): void {
  for (let n = 0; n < count; n += 1) store.addOrder({ placedAt: second(at(n)) });
}

describe('orders', () => {
  test('that changed in one second are more than a page, and come once each', async () => {
    addOrders(510, () => 0);
    addOrders(3, () => 1);
    const ids = orderIds(await takePages(pulls().orders(everything)));
    expect([ids.length, new Set(ids).size]).toEqual([513, 513]);
  });

  test('of one second are gone on with by another process', async () => {
    addOrders(700, (n) => Math.floor(n / 300));
    const first = await takePages(pulls().orders(everything), 2);
    const rest = await takePages(pulls().orders({ updatedFrom: null, cursor: first.at(-1)?.next ?? null }));
    const ids = orderIds([...first, ...rest]);
    expect([ids.length, new Set(ids).size]).toEqual([700, 700]);
  });

  test('that change while they are read come again at the end, and push no other off its page', async () => {
    addOrders(600);
    const ids: string[] = [];
    for await (const page of pulls().orders(everything)) {
      // Of the first page: as it moves to the end, all behind it move up.
      if (ids.length === 0) store.changeOrder(100, { placedAt: second(0), modifiedAt: second(9_000) });
      ids.push(...orderIds([page]));
    }
    expect([ids.length, new Set(ids).size, ids.at(-1)]).toEqual([601, 600, '100']);
  });

  test('come with their refunds and coupons, in few calls', async () => {
    addOrders(100);
    store.addOrder({
      placedAt: second(200),
      couponCodes: ['Friend-7F3K'],
      refunds: [{ amount: 5 }, { amount: 9, isDeclined: true }],
    });
    const [page] = await takePages(pulls().orders(everything));
    expect(page?.events.at(-1)).toMatchObject({
      kind: 'orderUpserted',
      order: { status: 'partially_refunded', totals: { refundedMinor: 500 }, couponCodes: ['friend-7f3k'] },
    });
    // The page, the refunds of all its orders, the coupons of one.
    expect(store.requests).toHaveLength(3);
  });

  test('that cannot be used are kept as such, and the rest of their page is used', async () => {
    addOrders(1);
    store.addOrder({ placedAt: second(1), fields: { default_currency_code: 'PTS' } });
    store.addOrder({ placedAt: second(2), fields: { total_inc_tax: 'a lot' } });
    const [page] = await takePages(pulls().orders(everything));
    expect(page?.events).toMatchObject([
      { kind: 'orderUpserted' },
      { kind: 'partRejected', rejection: { code: 'bigcommerce.unknown_currency' } },
      { kind: 'partRejected', part: '{"scope":"store/order/updated","data":{"type":"order","id":102}}' },
    ]);
  });

  test('of other storefronts are not asked for', async () => {
    store.addOrder({ placedAt: second(0), fields: { channel_id: 1 } });
    store.addOrder({ placedAt: second(1), fields: { channel_id: 2 } });
    const second2 = connectTo(store, {}, { channelId: 2 }).pulls!;
    expect(orderIds(await takePages(second2.orders(everything)))).toEqual(['101']);
  });

  test('are asked for a page at a time, and no page before the last was taken', async () => {
    addOrders(300);
    const pages = pulls().orders(everything)[Symbol.asyncIterator]();
    await pages.next();
    const askedFor = store.requests.length;
    await new Promise((resolve) => setImmediate(resolve));
    expect(store.requests).toHaveLength(askedFor);
    await pages.return?.();
  });
});

test('a reader that dies at every page and every fault goes on from what it kept, with none missing and none twice', async () => {
  addOrders(1_300, (n) => Math.floor(n / 7));
  store.fail({ kind: 'resetAfter' }, { path: /refunds$/ });
  store.fail({ kind: 'answerInstead', status: 503 }, { path: /orders$/, times: 2 });
  store.fail({ kind: 'answerInstead', status: 200, body: '[{"id":' }, { path: /orders$/ });
  store.fail({ kind: 'answerInstead', status: 429, body: '{}' }, { path: /refunds$/ });
  const kept: string[] = [];
  let cursor: string | null = null;
  let faults = 0;
  do {
    try {
      // Each attempt is another process: of what this one holds, only the cursor is kept.
      const [page] = await takePages(pulls().orders({ updatedFrom: null, cursor }), 1);
      kept.push(...orderIds(page === undefined ? [] : [page]));
      cursor = page?.next ?? null;
    } catch (error) {
      expect(error).toMatchObject({ name: 'AdapterError', outcome: 'notDone' });
      faults += 1;
    }
  } while (cursor !== null || kept.length === 0);
  expect([faults, kept.length, new Set(kept).size]).toEqual([5, 1_300, 1_300]);
});

test.for(['', '{}', '{"from":null,"page":0,"seenIds":[]}', 'subscribers:x'])(
  'the cursor %j is none, and nothing is read',
  async (cursor) => {
    expect(await adapterErrorOf(takePages(pulls().customers({ updatedFrom: null, cursor })))).toMatchObject({
      kind: 'invalid',
    });
    expect(store.requests).toEqual([]);
  },
);

describe('the limit', () => {
  test('is kept to: a fifth of it is left to the store’s other apps', async () => {
    const clock = createIdleClock();
    const slow = await startFakeBigCommerce({ quota: 10, windowMs: 30_000, nowMs: clock.nowMs });
    for (let n = 0; n < 1_200; n += 1) slow.addOrder({ placedAt: second(n) });
    const connection = connectTo(slow, clock.context);
    expect(orderIds(await takePages(connection.pulls!.orders(everything)))).toHaveLength(1_200);
    // Five pages of two calls each, eight calls in a window.
    expect(clock.waits).toEqual([30_000]);
    await slow.close();
  });

  test('that another app used up is waited for, as long as BigCommerce says', async () => {
    const clock = createIdleClock();
    addOrders(3);
    const headers = {
      'x-rate-limit-requests-left': '0',
      'x-rate-limit-requests-quota': '150',
      'x-rate-limit-time-reset-ms': '12000',
    };
    store.fail({ kind: 'answerInstead', status: 429, headers, body: '{}' });
    expect(orderIds(await takePages(connectTo(store, clock.context).pulls!.orders(everything)))).toHaveLength(3);
    expect(clock.waits[0]).toBe(12_000);
  });

  test('of the platform itself, which tells no time, is the host’s to wait for', async () => {
    store.fail({ kind: 'answerInstead', status: 429, body: '{}' });
    const error = await adapterErrorOf(takePages(pulls().orders(everything)));
    expect(error).toMatchObject({ kind: 'rateLimited', outcome: 'notDone', retryAfterMs: null });
  });

  test('does not hold back what somebody waits for', async () => {
    const clock = createIdleClock();
    const busy = await startFakeBigCommerce({ quota: 10, nowMs: clock.nowMs });
    const connection = connectTo(busy, clock.context);
    for (let n = 0; n < 10; n += 1) await connection.findDiscountCode('X');
    expect(clock.waits).toEqual([]);
    expect(await adapterErrorOf(connection.findDiscountCode('X'))).toMatchObject({
      kind: 'rateLimited',
      retryAfterMs: 30_000,
    });
    await busy.close();
  });
});

test('customers come first, and then what addresses consented to', async () => {
  for (let n = 0; n < 251; n += 1)
    store.addCustomer({ modifiedAt: second(n), fields: { email: `c${n}@buyer.test`, addresses: [] } });
  store.addSubscriber({
    modifiedAt: second(9),
    fields: { email: 'c7@buyer.test', source: 'storefront', consents: ['marketing_newsletter'] },
  });
  const pages = await takePages(pulls().customers(everything));
  expect(pages.map(({ events }) => events.length)).toEqual([250, 1, 1]);
  expect(pages.at(-1)?.events).toMatchObject([
    { kind: 'consentChanged', email: 'c7@buyer.test', consent: { state: 'subscribed', at: begin + 9_000 } },
  ]);
  const rest = await takePages(pulls().customers({ updatedFrom: null, cursor: pages[1]?.next ?? null }));
  expect(rest.map(({ events }) => events.length)).toEqual([1]);
});

test('customers of a time on are those that changed then, though V3 tells what changed after it', async () => {
  for (let n = 0; n < 10; n += 1)
    store.addCustomer({ modifiedAt: second(n * 10), fields: { email: `c${n}@buyer.test` } });
  const start = { updatedFrom: toInstant(begin + 70_000), cursor: null };
  const [page] = await takePages(pulls().customers(start));
  expect(page?.events).toHaveLength(3);
});

test('products come with the names of their categories', async () => {
  store.addCategory(21, 'Kitchen');
  store.addProduct({
    modifiedAt: second(0),
    fields: {
      name: 'Jar',
      type: 'physical',
      price: 9.95,
      calculated_price: 7.95,
      categories: [21, 22],
      is_visible: true,
    },
  });
  const [page] = await takePages(pulls().products(everything));
  expect(page?.events).toMatchObject([
    {
      kind: 'productUpserted',
      product: { externalId: '77', categories: ['Kitchen'], priceMinor: 795, currency: 'USD', isAvailable: true },
    },
  ]);
});
