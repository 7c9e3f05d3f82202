import { AdapterError, type DiscountCode } from '@regulars/adapter-contracts';
import { startHttpUpstream, type HttpUpstream } from '@regulars/adapter-testkit';
import { parseCurrency, parseInstant, toInstant, type CurrencyCode } from '@regulars/core/shared';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startShop, type Shop } from '../test/shop.ts';
import type { WebhookConfig } from './config.ts';
import { connect } from './connect.ts';
import { verifyWebhook } from './verify-webhook.ts';

const context = { timeoutMs: 10_000, allowPrivateNetwork: true };
/** Only an answer that never comes is waited for with so little patience. */
const hasty = { ...context, timeoutMs: 1_000 };
const callbackSecret = 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=';
const reward: DiscountCode = {
  code: 'FRIEND-7F3K',
  rewardId: '01930000-0000-7000-8000-000000000001',
  discount: { kind: 'fixed', amount: { amountMinor: 1_050, currency: parseCurrency('EUR') as CurrencyCode } },
  usageLimit: 1,
  expiresAt: parseInstant('2027-01-31T22:59:59Z'),
  minimumSpend: null,
  restrictedToEmail: null,
  description: 'For a friend of Ada',
};

let shop: Shop;
let config: WebhookConfig;
beforeEach(async () => {
  shop = await startShop(callbackSecret);
  config = { moneyFormat: 'minor', callbackUrl: shop.url, callbackSecret };
});
afterEach(() => shop.close());

async function errorOf(work: Promise<unknown>): Promise<AdapterError> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AdapterError) return error;
  throw new Error('No AdapterError was thrown.');
}

describe('without a callback', () => {
  const bare = connect({ moneyFormat: 'minor' }, context);

  test('access needs nothing, and rewards cannot be had', async () => {
    expect(await bare.checkAccess()).toEqual({ storeName: null, currency: null });
    for (const work of [bare.createDiscountCode(reward), bare.findDiscountCode('X'), bare.deleteDiscountCode('1')]) {
      expect(await errorOf(work)).toMatchObject({ kind: 'misconfigured', outcome: 'notDone' });
    }
  });
});

test('a callback on plain http is refused, unless private networks are allowed', async () => {
  const guarded = connect(config, { ...context, allowPrivateNetwork: false });
  expect(await errorOf(guarded.checkAccess())).toMatchObject({ kind: 'misconfigured', outcome: 'notDone' });
});

describe('with a callback', () => {
  test('a discount code is asked for in a signed envelope', async () => {
    expect(await connect(config, context).createDiscountCode(reward)).toEqual({
      externalId: '1',
      code: 'FRIEND-7F3K',
      rewardId: reward.rewardId,
      timesUsed: 0,
    });
    const [request] = shop.requests;
    const verdict = verifyWebhook(
      { headers: request?.headers ?? {}, body: request?.body ?? Buffer.alloc(0) },
      { secrets: [callbackSecret] },
      toInstant(Date.now()),
    );
    expect(verdict).toMatchObject({ kind: 'verified', webhook: { topic: 'discount.create' } });
    expect(JSON.parse(String(request?.body))).toMatchObject({
      spec: '1',
      type: 'discount.create',
      data: {
        code: 'FRIEND-7F3K',
        rewardId: reward.rewardId,
        discount: { kind: 'fixed', amount: 1050, currency: 'EUR' },
        usageLimit: 1,
        expiresAt: '2027-01-31T22:59:59.000Z',
        minimumSpend: null,
        restrictedToEmail: null,
      },
    });
  });

  test('money goes out as the connection writes it', async () => {
    await connect({ ...config, moneyFormat: 'decimal' }, context).createDiscountCode(reward);
    expect(JSON.parse(String(shop.requests[0]?.body))).toMatchObject({ data: { discount: { amount: '10.50' } } });
  });

  test.for([
    ['free shipping', { discount: { kind: 'freeShipping' } }, { discount: { kind: 'freeShipping' } }],
    [
      'a gift',
      { discount: { kind: 'freeGift', productExternalId: 'mug' } },
      { discount: { kind: 'freeGift', productExternalId: 'mug' } },
    ],
    ['some products', { productExternalIds: ['mug', 'cup'] }, { productExternalIds: ['mug', 'cup'] }],
  ] as const)('a code for %s is asked for as such', async ([, changes, expected]) => {
    await connect(config, context).createDiscountCode({ ...reward, ...changes });
    expect(JSON.parse(String(shop.requests[0]?.body))).toMatchObject({ data: expected });
  });

  test('the same wish has the same idempotency key, another one another', async () => {
    const connection = connect(config, context);
    await connection.createDiscountCode(reward);
    await connection.createDiscountCode(reward);
    await connection.createDiscountCode({ ...reward, code: 'OTHER' });
    const keys = shop.requests.map(({ headers }) => headers['idempotency-key']);
    expect(keys[1]).toBe(keys[0]);
    expect(new Set(keys).size).toBe(2);
    expect(shop.codes.map(({ code }) => code)).toEqual(['FRIEND-7F3K', 'OTHER']);
  });

  test('a code is found, found missing, and deleted', async () => {
    const connection = connect(config, context);
    await connection.createDiscountCode(reward);
    expect(await connection.findDiscountCode('friend-7f3k')).toEqual({
      externalId: '1',
      code: 'FRIEND-7F3K',
      rewardId: reward.rewardId,
      timesUsed: 0,
    });
    await connection.deleteDiscountCode('1');
    expect(await connection.findDiscountCode('FRIEND-7F3K')).toBeNull();
  });

  test.for([
    ['comes too late', { kind: 'delayAfter', delayMs: 30_000 }],
    ['is lost', { kind: 'resetAfter' }],
    ['is 500', { kind: 'answerAfter', status: 500 }],
    ['is no JSON', { kind: 'answerAfter', status: 200, body: 'ok' }],
    ['has no id', { kind: 'answerAfter', status: 200, body: '{"code":"X"}' }],
  ] as const)('when the answer %s, the outcome is unknown', async ([, fault]) => {
    shop.fail(fault);
    const asking = connect(config, fault.kind === 'delayAfter' ? hasty : context);
    expect(await errorOf(asking.createDiscountCode(reward))).toMatchObject({ kind: 'unavailable', outcome: 'unknown' });
    expect(shop.codes).toHaveLength(1);
  });

  test.for([
    [409, 'invalid'],
    [401, 'unauthenticated'],
    [404, 'misconfigured'],
    [302, 'misconfigured'],
    [429, 'rateLimited'],
  ] as const)('when the answer is %d, nothing was done: %s', async ([status, kind]) => {
    shop.fail({ kind: 'answerInstead', status, headers: { 'retry-after': '7', location: 'http://elsewhere.test/' } });
    const error = await errorOf(connect(config, context).createDiscountCode(reward));
    expect(error).toMatchObject({ kind, outcome: 'notDone', retryAfterMs: status === 429 ? 7000 : null });
    expect(JSON.stringify(error) + String(error.stack)).not.toContain(callbackSecret);
  });

  test('when nobody listens, nothing was done', async () => {
    const closed: HttpUpstream = await startHttpUpstream(() => ({ status: 200 }));
    await closed.close();
    expect(
      await errorOf(connect({ ...config, callbackUrl: closed.url }, context).createDiscountCode(reward)),
    ).toMatchObject({ kind: 'unavailable', outcome: 'notDone' });
  });
});
