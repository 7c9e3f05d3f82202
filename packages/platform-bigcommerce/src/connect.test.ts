import { ForbiddenAddressError, type DiscountCode } from '@regulars/adapter-contracts';
import { startFakeBigCommerce, type FakeBigCommerce, adapterErrorOf } from '@regulars/adapter-testkit';
import { parseCurrency, parseInstant, toInstant, type CurrencyCode } from '@regulars/core/shared';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectTo } from '../test/store.ts';

const usd = parseCurrency('USD') as CurrencyCode;
const eur = parseCurrency('EUR') as CurrencyCode;
const reward: DiscountCode = {
  code: 'Friend-7F3K',
  rewardId: '01930000-0000-7000-8000-000000000001',
  discount: { kind: 'percent', percent: 15 },
  usageLimit: 1,
  expiresAt: parseInstant('2027-01-31T22:59:59Z'),
  minimumSpend: null,
  restrictedToEmail: null,
  description: 'Thank-you for inviting a friend',
};

let store: FakeBigCommerce;
beforeEach(async () => {
  store = await startFakeBigCommerce();
});
afterEach(() => store.close());

const start = toInstant(Date.UTC(2026, 10, 22));
const make = (changes: Partial<DiscountCode> = {}) =>
  connectTo(store, { now: () => start }).createDiscountCode({ ...reward, ...changes });
const madePromotion = () => store.promotions[0]?.fields;

describe('access', () => {
  test('is checked by reading who the store is', async () => {
    expect(await connectTo(store).checkAccess()).toEqual({ storeName: 'Fake shop', currency: 'USD', warnings: [] });
  });

  test('names every permission that is missing, and what it is for', async () => {
    const poor = await startFakeBigCommerce({
      scopes: ['store_v2_information_read_only', 'store_v2_orders_read_only', 'store_v2_products_read_only'],
    });
    const { kind, message } = await adapterErrorOf(connectTo(poor).checkAccess());
    expect(kind).toBe('forbidden');
    for (const scope of ['store_v2_customers_read_only', 'store_v2_marketing', 'store_cart_read_only'])
      expect(message).toContain(scope);
    expect(message).not.toContain('store_v2_orders');
    await poor.close();
  });

  test('that a single call lacks is named as well', async () => {
    const poor = await startFakeBigCommerce({ scopes: [] });
    const error = await adapterErrorOf(connectTo(poor).findDiscountCode('X'));
    expect(error).toMatchObject({ kind: 'forbidden', outcome: 'notDone' });
    expect(error.message).toContain('store_v2_marketing) to make discount codes');
    await poor.close();
  });

  test('warns of carts that BigCommerce itself writes about', async () => {
    const writing = await startFakeBigCommerce({ writesOfCarts: true });
    expect((await connectTo(writing).checkAccess()).warnings).toMatchObject([/twice/]);
    await writing.close();
  });

  test('to a store that does not exist is told, and the token is not', async () => {
    const error = await adapterErrorOf(connectTo(store, {}, { storeHash: 'nobody' }).checkAccess());
    expect(error).toMatchObject({ kind: 'notFound', outcome: 'notDone' });
    expect(JSON.stringify(error) + String(error.stack) + String(error.cause)).not.toContain('bctoken');
  });

  test('is never asked for by another host', async () => {
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const url = String(input instanceof Request ? input.url : input);
      expect(url.startsWith('https://api.bigcommerce.com/stores/abc123/')).toBe(true);
      return store.fetch(input, init);
    };
    await connectTo(store, { fetch }).checkAccess();
  });
});

describe('a discount code', () => {
  test('is a promotion of its own, in capitals, for one use by one customer', async () => {
    expect(await make()).toEqual({
      externalId: '1-2',
      code: 'FRIEND-7F3K',
      rewardId: reward.rewardId,
      timesUsed: 0,
    });
    expect(madePromotion()).toMatchObject({
      redemption_type: 'COUPON',
      coupon_type: 'SINGLE',
      name: `Regulars reward ${reward.rewardId}`,
      status: 'ENABLED',
      max_uses: 1,
      start_date: '2026-11-22T00:00:00.000Z',
      end_date: '2027-01-31T22:59:59.000Z',
      currency_code: '*',
      can_be_used_with_other_promotions: false,
      rules: [{ action: { cart_value: { discount: { percentage_amount: '15' } } }, apply_once: true }],
    });
    expect(store.promotions[0]?.codes).toMatchObject([{ max_uses: 1, max_uses_per_customer: 1 }]);
  });

  test.for([
    [
      'an amount',
      { discount: { kind: 'fixed', amount: { amountMinor: 1_050, currency: eur } } },
      { currency_code: 'EUR', rules: [{ action: { cart_value: { discount: { fixed_amount: '10.50' } } } }] },
    ],
    [
      'a least spend',
      { minimumSpend: { amountMinor: 4_000, currency: usd } },
      { currency_code: 'USD', rules: [{ condition: { cart: { minimum_spend: '40.00' } } }] },
    ],
    [
      'free shipping, which goes with other promotions',
      { discount: { kind: 'freeShipping' } },
      {
        can_be_used_with_other_promotions: true,
        rules: [{ action: { shipping: { free_shipping: true, zone_ids: '*' } } }],
      },
    ],
    [
      'a gift, which comes into the basket by itself',
      { discount: { kind: 'freeGift', productExternalId: '77' }, minimumSpend: { amountMinor: 4_000, currency: usd } },
      {
        rules: [
          {
            action: { gift_item: { product_id: 77, quantity: 1 } },
            condition: { cart: { minimum_spend: '40.00' } },
          },
        ],
      },
    ],
    [
      'some products, once and not each',
      { productExternalIds: ['77', '86'] },
      { rules: [{ action: { cart_items: { as_total: true, items: { products: [77, 86] } } } }] },
    ],
  ] as const)('can be for %s', async ([, changes, expected]) => {
    await make(changes);
    expect(madePromotion()).toMatchObject(expected);
  });

  test.for([
    ['one customer', { restrictedToEmail: 'ada@buyer.example' }],
    ['nothing off', { discount: { kind: 'percent', percent: 0 } }],
    ['more than everything', { discount: { kind: 'percent', percent: 101 } }],
    ['letters it cannot have', { code: 'FREUND-Ü' }],
    ['products that have no number', { productExternalIds: ['towel'] }],
    ['a gift that has no number', { discount: { kind: 'freeGift', productExternalId: 'towel' } }],
    [
      'a gift that is limited to others',
      { discount: { kind: 'freeGift', productExternalId: '77' }, productExternalIds: ['86'] },
    ],
    ['free shipping of some products', { discount: { kind: 'freeShipping' }, productExternalIds: ['77'] }],
  ] as const)('for %s is refused, and nobody is asked', async ([, changes]) => {
    expect(await adapterErrorOf(make(changes as Partial<DiscountCode>))).toMatchObject({
      kind: 'invalid',
      outcome: 'notDone',
    });
    expect(store.requests).toEqual([]);
  });

  test('whose promotion was made and not told is made with that promotion the next time', async () => {
    store.fail({ kind: 'resetAfter' }, { method: 'POST', path: /\/promotions$/ });
    expect(await adapterErrorOf(make())).toMatchObject({ kind: 'unavailable', outcome: 'notDone' });
    expect(await make()).toMatchObject({ code: 'FRIEND-7F3K' });
    expect(store.promotions).toHaveLength(1);
  });

  test('that somebody else makes at the same time leaves no promotion of ours behind', async () => {
    store.fail(
      { kind: 'answerInstead', status: 422, body: '{"status":422,"title":"taken"}' },
      { method: 'POST', path: /\/codes$/ },
    );
    expect(await adapterErrorOf(make())).toMatchObject({ kind: 'invalid', outcome: 'notDone' });
    expect(store.promotions).toEqual([]);
  });

  test('that the shop made itself is found, and is none of ours', async () => {
    await make();
    Object.assign(store.promotions[0] ?? {}, { name: 'Summer sale' });
    expect(await connectTo(store).findDiscountCode('friend-7f3k')).toMatchObject({ rewardId: null });
  });

  test('of a reward that has it already is refused, and stays', async () => {
    const { externalId } = await make();
    expect(await adapterErrorOf(make())).toMatchObject({ kind: 'invalid', outcome: 'notDone' });
    expect(await connectTo(store).findDiscountCode(reward.code)).toMatchObject({ externalId });
  });

  test('tells how often it was used', async () => {
    await make();
    Object.assign(store.promotions[0]?.codes[0] ?? {}, { current_uses: 1 });
    expect(await connectTo(store).findDiscountCode(reward.code)).toMatchObject({ timesUsed: 1 });
  });

  test('goes with its promotion, and once it is gone there is nothing left to do', async () => {
    const { externalId } = await make();
    await connectTo(store).deleteDiscountCode(externalId);
    expect(store.promotions).toEqual([]);
    await connectTo(store).deleteDiscountCode(externalId);
    expect(await adapterErrorOf(connectTo(store).deleteDiscountCode('7'))).toMatchObject({ kind: 'invalid' });
  });

  test('of the shop’s own promotion goes without it', async () => {
    const { externalId } = await make();
    Object.assign(store.promotions[0] ?? {}, { name: 'Summer sale' });
    await connectTo(store).deleteDiscountCode(externalId);
    expect(store.promotions).toMatchObject([{ name: 'Summer sale', codes: [] }]);
  });
});

describe('webhooks', () => {
  const target = { hookUrl: 'https://regulars.example/hooks/abc', secret: 'bcsecret_0123456789abcdef' };

  test('bear a key that proves where they come from, and not the secret', async () => {
    await connectTo(store).hooks?.repair(target);
    const keys = new Set(store.hooks.map(({ headers }) => headers['x-regulars-key']));
    expect([keys.size, [...keys].join('').includes(target.secret)]).toEqual([1, false]);
  });

  test('that bear the key of an earlier secret are given the present one', async () => {
    const hooks = connectTo(store).hooks;
    await hooks?.repair(target);
    const rotated = { ...target, secret: 'the-new-one' };
    expect((await hooks?.check(rotated))?.every(({ state }) => state === 'disabled')).toBe(true);
    expect(await hooks?.repair(rotated)).toHaveLength(store.hooks.length);
    expect((await hooks?.check(rotated))?.every(({ state }) => state === 'active')).toBe(true);
  });

  test.for(['http://regulars.example/hooks/abc', 'https://regulars.example:8443/hooks/abc'])(
    'are not registered at %s, which BigCommerce does not deliver to',
    async (hookUrl) => {
      expect(await adapterErrorOf(connectTo(store).hooks!.repair({ ...target, hookUrl }))).toMatchObject({
        kind: 'misconfigured',
        outcome: 'notDone',
      });
      expect(store.hooks).toEqual([]);
    },
  );
});

test.for([
  [{ status: 429, headers: { 'x-rate-limit-time-reset-ms': '1500' } }, 'rateLimited', null],
  [
    {
      status: 429,
      headers: {
        'x-rate-limit-requests-left': '0',
        'x-rate-limit-requests-quota': '150',
        'x-rate-limit-time-reset-ms': '1500',
      },
    },
    'rateLimited',
    1_500,
  ],
  [{ status: 429, headers: { 'retry-after': '7' } }, 'rateLimited', 7_000],
  [{ status: 503 }, 'unavailable', null],
  [{ status: 509 }, 'unavailable', null],
  [{ status: 200, body: '<html>Maintenance</html>' }, 'unavailable', null],
  [{ status: 200, body: '{"data":7}' }, 'unavailable', null],
  [{ status: 400, body: '{}' }, 'invalid', null],
] as const)('%j is told as %s, and waits %s ms', async ([answer, kind, retryAfterMs]) => {
  store.fail({ kind: 'answerInstead', ...answer });
  expect(await adapterErrorOf(connectTo(store).findDiscountCode('X'))).toMatchObject({
    kind,
    outcome: 'notDone',
    retryAfterMs,
  });
});

const failing = (cause: object) => async () => {
  throw Object.assign(new TypeError('fetch failed'), { cause });
};

test.for([
  ['that is not reached', { code: 'ECONNREFUSED' }, 'unavailable', 'notDone'],
  ['without a certificate that serves', { code: 'CERT_HAS_EXPIRED' }, 'unavailable', 'notDone'],
  ['that breaks off', { code: 'ECONNRESET' }, 'unavailable', 'unknown'],
  [
    'that the host does not let us call',
    new ForbiddenAddressError('leads into a private network.'),
    'misconfigured',
    'notDone',
  ],
] as const)('a call %s leaves what it does %s', async ([, cause, kind, outcome]) => {
  const { externalId } = await make();
  let calls = 0;
  // The first call of a deletion only reads.
  const fetch: typeof globalThis.fetch = async (input, init) => {
    calls += 1;
    return calls === 1 ? store.fetch(input, init) : failing(cause)();
  };
  const error = await adapterErrorOf(connectTo(store, { fetch }).deleteDiscountCode(externalId));
  expect(error).toMatchObject({ kind, outcome });
  expect(error.cause).toBeUndefined();
});
