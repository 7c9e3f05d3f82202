import { startFakeShopify, type FakeShopify, adapterErrorOf, takePages } from '@regulars/adapter-testkit';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Buffer } from 'node:buffer';
import { connectTo, instant, orderIds } from '../../test/store.ts';
import { parseWebhook } from '../parse-webhook.ts';

let store: FakeShopify;
beforeEach(async () => {
  store = await startFakeShopify({ maximumAvailable: 1e9, restoreRate: 1e9 });
});
afterEach(() => store.close());

const everything = { updatedFrom: null, cursor: null };
const second = (n: number): string => new Date(Date.UTC(2026, 10, 1) + n * 1_000).toISOString();

function addOrders(count: number, lines = 1): void {
  for (let n = 0; n < count; n += 1) store.addOrder({ processedAt: second(n), lines });
}

describe('orders', () => {
  test('are read from the one changed longest ago to the last, each once', async () => {
    addOrders(60);
    const pages = await takePages(connectTo(store).pulls!.orders(everything));
    const ids = orderIds(pages);
    expect(pages.length).toBeGreaterThan(1);
    expect([ids.length, new Set(ids).size, ids[0], ids.at(-1)]).toEqual([60, 60, '1001', '1060']);
    expect(pages.map(({ next }) => next === null)).toEqual(pages.map((_, index) => index === pages.length - 1));
  });

  test('are the same orders as their webhooks tell', async () => {
    store.addOrder({ processedAt: second(0), lines: 2, discountCodes: ['FRIEND-1'], email: 'Ada@Buyer.test' });
    const [page] = await takePages(connectTo(store).pulls!.orders(everything));
    expect(page?.events).toMatchObject([
      {
        kind: 'orderUpserted',
        order: {
          externalId: '1001',
          number: '#1001',
          status: 'paid',
          paidAt: Date.parse(second(0)),
          couponCodes: ['friend-1'],
          totals: { itemsMinor: 2000, grandMinor: 2000 },
          customer: { email: 'Ada@Buyer.test' },
          lineItems: [{ name: 'Thing 1 of 2' }, { name: 'Thing 2 of 2' }],
        },
      },
    ]);
  });

  test('go on where they were stopped, with none missing and none twice', async () => {
    addOrders(60);
    const first = await takePages(connectTo(store).pulls!.orders(everything), 3);
    const rest = await takePages(
      connectTo(store).pulls!.orders({ updatedFrom: null, cursor: first.at(-1)?.next ?? null }),
    );
    expect([...orderIds(first), ...orderIds(rest)]).toEqual(Array.from({ length: 60 }, (_, n) => String(1001 + n)));
  });

  test('that change while they are read come again at the end', async () => {
    addOrders(30);
    const ids: string[] = [];
    for await (const page of connectTo(store).pulls!.orders(everything)) {
      if (ids.length === 0) store.addOrder({ processedAt: second(900) });
      ids.push(...orderIds([page]));
    }
    expect(ids.at(-1)).toBe('1031');
  });

  test('are asked for a page at a time, and no page before the last was taken', async () => {
    addOrders(60);
    const pages = connectTo(store).pulls!.orders(everything)[Symbol.asyncIterator]();
    await pages.next();
    const askedFor = store.requests.length;
    await new Promise((resolve) => setImmediate(resolve));
    expect(store.requests).toHaveLength(askedFor);
    await pages.return?.();
  });

  test('of a time on begin a little earlier: the search lags behind the store', async () => {
    for (const minute of [0, 4, 8]) store.addOrder({ processedAt: second(minute * 60) });
    const updatedFrom = instant(second(8 * 60));
    expect(orderIds(await takePages(connectTo(store).pulls!.orders({ updatedFrom, cursor: null })))).toEqual([
      '1002',
      '1003',
    ]);
  });

  test('with more lines than come with them are completed', async () => {
    addOrders(1, 300);
    const [page] = await takePages(connectTo(store).pulls!.orders(everything));
    expect(page?.events).toMatchObject([{ order: { lineItems: { length: 300 } } }]);
  });

  test('that cannot be read are kept as such, and the rest of their page is used', async () => {
    addOrders(1);
    store.addOrder({ processedAt: second(1), fields: { currencyCode: 'PTS' } });
    store.addOrder({ processedAt: second(2), fields: { name: 7 } });
    const [page] = await takePages(connectTo(store).pulls!.orders(everything));
    expect(page?.events.map((event) => (event.kind === 'partRejected' ? event.rejection.code : event.kind))).toEqual([
      'orderUpserted',
      'shopify.unknown_currency',
      'shopify.invalid',
    ]);
  });

  test('that could not be read are parsed again as deliveries of their own', async () => {
    store.addOrder({ processedAt: second(1), fields: { currencyCode: 'PTS' } });
    const [page] = await takePages(connectTo(store).pulls!.orders(everything));
    const [event] = page?.events ?? [];
    if (event?.kind !== 'partRejected') throw new Error('It was read.');
    const replay = (part: string) =>
      parseWebhook(
        { topic: event.topic ?? '', headers: {}, body: Buffer.from(part) },
        { domain: store.domain, clientSecret: store.clientSecret },
      );
    expect(replay(event.part)).toMatchObject({ ok: false, failure: event.rejection });
    expect(replay(event.part.replaceAll('PTS', 'EUR'))).toMatchObject({ ok: true, value: [{ kind: 'orderUpserted' }] });
  });

  test('of an empty store are one empty page', async () => {
    expect(await takePages(connectTo(store).pulls!.orders(everything))).toEqual([{ events: [], next: null }]);
  });
});

describe('pages', () => {
  test('shrink until the query may be asked at all, and no order is missed', async () => {
    const strict = await startFakeShopify({ maxQueryCost: 120, maximumAvailable: 1e9, restoreRate: 1e9 });
    for (let n = 0; n < 7; n += 1) strict.addOrder({ processedAt: second(n) });
    expect(orderIds(await takePages(connectTo(strict).pulls!.orders(everything)))).toHaveLength(7);
    await strict.close();
  });

  test('grow to what the points of one query buy', async () => {
    for (let n = 0; n < 600; n += 1) store.addCustomer({ email: `c${n}@buyer.test`, updatedAt: second(n) });
    const pages = await takePages(connectTo(store).pulls!.customers(everything));
    const sizes = pages.map(({ events }) => events.length);
    expect(Math.max(...sizes)).toBeGreaterThan(sizes[0] ?? 0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(600);
  });

  test('wait for the points they need, as long as the store says', async () => {
    let nowMs = 1_795_300_000_000;
    const waits: number[] = [];
    const slow = await startFakeShopify({ maximumAvailable: 700, restoreRate: 50, nowMs: () => nowMs });
    for (let n = 0; n < 100; n += 1) slow.addOrder({ processedAt: second(n) });
    const connection = connectTo(slow, {
      now: () => nowMs as never,
      wait: async (durationMs) => {
        waits.push(durationMs);
        nowMs += durationMs;
      },
    });
    expect(orderIds(await takePages(connection.pulls!.orders(everything)))).toHaveLength(100);
    expect(waits.some((ms) => ms > 0)).toBe(true);
    await slow.close();
  });

  test('that the limit refuses are asked for again when it lets them through', async () => {
    addOrders(3);
    const throttled = {
      errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }],
      extensions: {
        cost: {
          requestedQueryCost: 202,
          actualQueryCost: null,
          throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 118, restoreRate: 100 },
        },
      },
    };
    store.fail({ kind: 'answerInstead', status: 200, body: JSON.stringify(throttled) }, { times: 2 });
    let nowMs = 1_795_300_000_000;
    const connection = connectTo(store, {
      now: () => nowMs as never,
      wait: async (durationMs) => void (nowMs += durationMs),
    });
    expect(orderIds(await takePages(connection.pulls!.orders(everything)))).toHaveLength(3);
    // (202 - 118) points at 100 a second, twice.
    expect(nowMs).toBe(1_795_300_000_000 + 2 * 840);
  });

  test('that are lost leave the cursor where it was, to be asked for again', async () => {
    addOrders(60);
    const pulls = connectTo(store).pulls!;
    const [first] = await takePages(pulls.orders(everything), 1);
    store.fail({ kind: 'resetAfter' });
    const from = { updatedFrom: null, cursor: first?.next ?? null };
    expect(await adapterErrorOf(takePages(pulls.orders(from)))).toMatchObject({
      kind: 'unavailable',
      outcome: 'notDone',
    });
    expect(orderIds(await takePages(pulls.orders(from)))).toHaveLength(60 - (first?.events.length ?? 0));
  });
});

test('customers come with what they consented to, which their webhooks no longer tell', async () => {
  store.addCustomer({
    email: 'ada@buyer.test',
    updatedAt: second(0),
    fields: {
      defaultEmailAddress: {
        emailAddress: 'ada@buyer.test',
        marketingState: 'UNSUBSCRIBED',
        marketingUpdatedAt: second(-9),
      },
      defaultAddress: { countryCodeV2: 'DE' },
      locale: 'de-DE',
      tags: ['vip'],
    },
  });
  const [page] = await takePages(connectTo(store).pulls!.customers(everything));
  expect(page?.events).toMatchObject([
    {
      kind: 'customerUpserted',
      customer: {
        externalId: '1001',
        email: 'ada@buyer.test',
        consent: { state: 'unsubscribed', at: Date.parse(second(-9)), source: 'account' },
        country: 'DE',
        locale: 'de-DE',
        tags: ['vip'],
      },
    },
  ]);
});

test('products come as their webhooks tell them', async () => {
  store.addProduct({ title: 'Red Thing', updatedAt: second(0), fields: { productType: 'Things', tags: ['red'] } });
  const [page] = await takePages(connectTo(store, {}, { currency: 'USD' }).pulls!.products(everything));
  expect(page?.events).toMatchObject([
    {
      kind: 'productUpserted',
      product: {
        externalId: '1001',
        url: 'https://fake-shop.myshopify.com/products/red-thing',
        categories: ['Things'],
        tags: ['red'],
        priceMinor: 2000,
        isDigital: false,
        isAvailable: true,
      },
    },
  ]);
});
