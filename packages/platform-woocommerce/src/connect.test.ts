import { AdapterError, type DiscountCode, type PlatformConnection } from '@regulars/adapter-contracts';
import { startFakeWooCommerce, startHttpUpstream, type FakeWooCommerce } from '@regulars/adapter-testkit';
import { parseCurrency, parseInstant, type CurrencyCode, type Instant } from '@regulars/core/shared';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect } from './connect.ts';

const context = { timeoutMs: 10_000, allowPrivateNetwork: true };
/** Only an answer that never comes is waited for with so little patience. */
const hasty = { ...context, timeoutMs: 1_000 };
const eur = parseCurrency('EUR') as CurrencyCode;
const reward: DiscountCode = {
  code: 'FRIEND-7F3K',
  rewardId: '01930000-0000-7000-8000-000000000001',
  discount: { kind: 'percent', percent: 15 },
  usageLimit: 1,
  expiresAt: parseInstant('2027-01-31T22:59:59Z'),
  minimumSpend: { amountMinor: 4_000, currency: eur },
  restrictedToEmail: null,
  description: 'For a friend of Ada',
};

let store: FakeWooCommerce;
let connection: PlatformConnection;
beforeEach(async () => {
  store = await startFakeWooCommerce();
  connection = connect(store, context);
});
afterEach(() => store.close());

function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === null) throw new Error(`${text} is no instant.`);
  return parsed;
}

async function errorOf(work: Promise<unknown>): Promise<AdapterError> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AdapterError) return error;
  throw new Error('No AdapterError was thrown.');
}

describe('access', () => {
  test('is checked by reading the currency', async () => {
    expect(await connection.checkAccess()).toEqual({ storeName: null, currency: 'EUR' });
  });

  test('with a wrong secret is refused, and the secret is not told', async () => {
    const secret = 'cs_ffffffffffffffffffffffffffffffffffffffff';
    const error = await errorOf(connect({ ...store, secret }, context).checkAccess());
    expect(error).toMatchObject({ kind: 'unauthenticated', outcome: 'notDone' });
    expect(JSON.stringify(error) + String(error.stack) + String(error.cause)).not.toMatch(/c[sk]_/);
  });

  test('with a key that may only read is refused when something is to be made', async () => {
    const readOnly = await startFakeWooCommerce({ permission: 'read' });
    const reader = connect(readOnly, context);
    await reader.checkAccess();
    expect(await errorOf(reader.createDiscountCode(reward))).toMatchObject({
      kind: 'unauthenticated',
      outcome: 'notDone',
    });
    await readOnly.close();
  });

  test('over plain http is refused, unless private networks are allowed', async () => {
    const guarded = connect(store, { ...context, allowPrivateNetwork: false });
    expect(await errorOf(guarded.checkAccess())).toMatchObject({ kind: 'misconfigured', outcome: 'notDone' });
    expect(store.requests).toEqual([]);
  });

  test('without a key is misconfigured, and connecting alone is no error', async () => {
    expect(await errorOf(connect({}, context).createDiscountCode(reward))).toMatchObject({
      kind: 'misconfigured',
      outcome: 'notDone',
    });
  });

  test('at an address without WooCommerce is misconfigured', async () => {
    const website = await startHttpUpstream(() => ({
      status: 404,
      headers: { 'content-type': 'text/html' },
      body: '<h1>Not found</h1>',
    }));
    const nowhere = connect({ ...store, url: website.url }, context);
    expect(await errorOf(nowhere.checkAccess())).toMatchObject({ kind: 'misconfigured', outcome: 'notDone' });
    expect(await errorOf(nowhere.deleteDiscountCode('7'))).toMatchObject({ kind: 'misconfigured' });
    await website.close();
  });
});

describe('a discount code', () => {
  test('is made as a coupon that only its holder can use, once', async () => {
    expect(await connection.createDiscountCode(reward)).toEqual({
      externalId: '101',
      code: 'friend-7f3k',
      rewardId: reward.rewardId,
      timesUsed: 0,
    });
    expect(store.coupons).toMatchObject([
      {
        code: 'friend-7f3k',
        discount_type: 'percent',
        amount: '15.00',
        usage_limit: 1,
        usage_limit_per_user: 1,
        individual_use: true,
        minimum_amount: '40.00',
        email_restrictions: [],
        description: 'For a friend of Ada',
      },
    ]);
  });

  test('expires at its instant, though date_expires_gmt is ignored and date_expires is local', async () => {
    await connection.createDiscountCode(reward);
    expect(store.coupons[0]).toMatchObject({
      date_expires: '2027-01-31T23:59:59',
      date_expires_gmt: '2027-01-31T22:59:59',
    });
  });

  test('may be an amount, without end, for one person', async () => {
    await connection.createDiscountCode({
      ...reward,
      discount: { kind: 'fixed', amount: { amountMinor: 1_050, currency: eur } },
      expiresAt: null,
      minimumSpend: null,
      restrictedToEmail: 'Ada@Buyer.test',
    });
    expect(store.coupons[0]).toMatchObject({
      discount_type: 'fixed_cart',
      amount: '10.50',
      date_expires: null,
      minimum_amount: '0.00',
      email_restrictions: ['ada@buyer.test'],
    });
  });

  test('may waive the shipping, and may be for some products only', async () => {
    await connection.createDiscountCode({
      ...reward,
      discount: { kind: 'freeShipping' },
      productExternalIds: ['14', '15'],
    });
    const posted = store.requests.find(({ method }) => method === 'POST')?.body.toString() ?? '';
    expect(JSON.parse(posted)).toMatchObject({
      discount_type: 'fixed_cart',
      amount: '0',
      free_shipping: true,
      product_ids: [14, 15],
    });
  });

  test('of an amount for some products takes it off one piece of them, and not off the whole basket', async () => {
    const discount = { kind: 'fixed', amount: { amountMinor: 1_050, currency: eur } } as const;
    await connection.createDiscountCode({ ...reward, discount, productExternalIds: ['14', '15'] });
    expect(store.coupons).toMatchObject([
      { discount_type: 'fixed_product', amount: '10.50', product_ids: [14, 15], limit_usage_to_x_items: 1 },
    ]);
  });

  test('may give one piece of a product', async () => {
    await connection.createDiscountCode({ ...reward, discount: { kind: 'freeGift', productExternalId: '14' } });
    expect(store.coupons).toMatchObject([
      {
        discount_type: 'percent',
        amount: '100.00',
        product_ids: [14],
        limit_usage_to_x_items: 1,
        minimum_amount: '40.00',
      },
    ]);
  });

  test.for([
    ['a gift without a number', { discount: { kind: 'freeGift', productExternalId: 'mug' } }],
    [
      'a gift that is limited to others',
      { discount: { kind: 'freeGift', productExternalId: '1' }, productExternalIds: ['2'] },
    ],
    ['products without a number', { productExternalIds: ['mug'] }],
  ] as const)('for %s is refused before the store is asked', async ([, changes]) => {
    expect(await errorOf(connection.createDiscountCode({ ...reward, ...changes }))).toMatchObject({
      kind: 'invalid',
      outcome: 'notDone',
    });
    expect(store.requests).toEqual([]);
  });

  test('is found in any case, with whose it is and how often it was used', async () => {
    await connection.createDiscountCode(reward);
    (store.coupons[0] ?? { usage_count: 0 }).usage_count = 1;
    expect(await connection.findDiscountCode('Friend-7f3K')).toEqual({
      externalId: '101',
      code: 'friend-7f3k',
      rewardId: reward.rewardId,
      timesUsed: 1,
    });
    expect(await connection.findDiscountCode('FRIEND')).toBeNull();
  });

  test('with signs that OAuth has to encode is found over plain http', async () => {
    const code = "ada's gift (5€) + more*!";
    await connection.createDiscountCode({ ...reward, code });
    expect(await connection.findDiscountCode(code)).toMatchObject({ code });
  });

  test('that exists in any case is refused as a duplicate', async () => {
    await connection.createDiscountCode(reward);
    expect(await errorOf(connection.createDiscountCode({ ...reward, code: 'friend-7f3k' }))).toMatchObject({
      kind: 'invalid',
      outcome: 'notDone',
    });
    expect(store.coupons).toHaveLength(1);
  });

  test.for([0, -5, 101, Number.NaN])('of %d per cent is refused before the store is asked', async (percent) => {
    expect(
      await errorOf(connection.createDiscountCode({ ...reward, discount: { kind: 'percent', percent } })),
    ).toMatchObject({ kind: 'invalid', outcome: 'notDone' });
    expect(store.requests).toEqual([]);
  });

  test('is deleted for good, and deleting it again is no error', async () => {
    const { externalId } = await connection.createDiscountCode(reward);
    await connection.deleteDiscountCode(externalId);
    await connection.deleteDiscountCode(externalId);
    expect(store.coupons).toEqual([]);
    expect(await errorOf(connection.deleteDiscountCode('../orders/1'))).toMatchObject({ kind: 'invalid' });
  });
});

describe('a count of orders', () => {
  const span = { from: instant('2026-11-01T00:00:00Z'), until: instant('2026-12-01T00:00:00Z') };

  test.for(['tables', 'posts'] as const)('leaves out drafts and the trash, kept in %s', async (orderStorage) => {
    const shop = await startFakeWooCommerce({ orderStorage });
    for (const status of ['processing', 'completed', 'cancelled', 'pending', 'refunded', 'packed', 'trash'])
      shop.addOrder({ status, date_created_gmt: '2026-11-10T10:00:00' });
    shop.addOrder({ status: 'checkout-draft', date_created_gmt: '2026-11-10T10:00:00' });
    expect(await connect(shop, context).countOrders(span)).toEqual({ orders: 6 });
    await shop.close();
  });

  test.for([-300, 0, 60, 780])('is by the instant, in a shop %d minutes ahead of UTC', async (offsetMinutes) => {
    const shop = await startFakeWooCommerce({ offsetMinutes });
    for (const at of ['2026-10-31T23:59:59', '2026-11-01T00:00:00', '2026-11-30T23:59:59', '2026-12-01T00:00:00'])
      shop.addOrder({ status: 'processing', date_created_gmt: at });
    expect(await connect(shop, context).countOrders(span)).toEqual({ orders: 2 });
    await shop.close();
  });

  test('of a part of a second begins and ends between two orders', async () => {
    store.addOrder({ status: 'processing', date_created_gmt: '2026-11-01T00:00:00' });
    store.addOrder({ status: 'processing', date_created_gmt: '2026-11-01T00:00:01' });
    const orders = (from: string, until: string) =>
      connection.countOrders({ from: instant(from), until: instant(until) });
    expect(await orders('2026-11-01T00:00:00.001Z', '2026-11-01T00:00:01.001Z')).toEqual({ orders: 1 });
    expect(await orders('2026-10-31T23:59:59.999Z', '2026-11-01T00:00:00.999Z')).toEqual({ orders: 1 });
  });

  test('that the store does not tell is no count of none', async () => {
    store.fail({ kind: 'answerInstead', status: 200, body: '[]' }, { method: 'GET' });
    expect(await errorOf(connection.countOrders(span))).toMatchObject({ kind: 'unavailable', outcome: 'notDone' });
  });
});

describe('when a coupon is to be made and', () => {
  test.for([
    ['the answer comes too late', { kind: 'delayAfter', delayMs: 30_000 }, 1],
    ['the connection is reset after the work', { kind: 'resetAfter' }, 1],
    ['the store answers 500 after the work', { kind: 'answerAfter', status: 500 }, 1],
    ['a notice stands before the JSON', { kind: 'answerAfter', status: 201, body: '<b>Notice</b>{"id":101}' }, 1],
    ['a gateway answers 502 instead', { kind: 'answerInstead', status: 502 }, 0],
    ['the answer is another thing', { kind: 'answerAfter', status: 201, body: '{"id":"?"}' }, 1],
  ] as const)('%s, the outcome is unknown and one look-up settles it', async ([, fault, made]) => {
    store.fail(fault, { method: 'POST' });
    const asking = fault.kind === 'delayAfter' ? connect(store, hasty) : connection;
    expect(await errorOf(asking.createDiscountCode(reward))).toMatchObject({ kind: 'unavailable', outcome: 'unknown' });
    expect((await connection.findDiscountCode(reward.code)) === null ? 0 : 1).toBe(made);
  });

  test.for([
    [
      'the store asks for patience',
      { kind: 'answerInstead', status: 429, headers: { 'retry-after': '30' } },
      { kind: 'rateLimited', retryAfterMs: 30_000 },
    ],
    ['a firewall forbids it', { kind: 'answerInstead', status: 403, body: '<html>' }, { kind: 'forbidden' }],
    [
      'the store redirects',
      { kind: 'answerInstead', status: 301, headers: { location: 'https://www.shop.example.com/' } },
      { kind: 'misconfigured' },
    ],
  ] as const)('%s, it is certainly not made', async ([, fault, expected]) => {
    store.fail(fault, { method: 'POST' });
    expect(await errorOf(connection.createDiscountCode(reward))).toMatchObject({ outcome: 'notDone', ...expected });
    expect(store.coupons).toEqual([]);
  });

  test('nobody listens, it is certainly not made', async () => {
    await store.close();
    expect(await errorOf(connection.createDiscountCode(reward))).toMatchObject({
      kind: 'unavailable',
      outcome: 'notDone',
    });
    store = await startFakeWooCommerce();
  });
});

test('a failed look-up leaves the world as it was, however it failed', async () => {
  store.fail({ kind: 'resetInstead' }, { method: 'GET' });
  expect(await errorOf(connection.findDiscountCode('X'))).toMatchObject({ kind: 'unavailable', outcome: 'notDone' });
});
