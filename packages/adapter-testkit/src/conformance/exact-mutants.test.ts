import { expect, test } from 'vitest';
import { listBroken, shopCalling, shopWith, type Shop } from '../../test/mutants.ts';
import { tinyShop, tinyShopHarness } from '../../test/tiny-shop.ts';
import { platformClauses } from './platform-clauses.ts';

/** Each is wrong in one way, and no other clause than its own minds. */
const mutants: readonly (readonly [mutant: string, breaks: string, adapter: Shop])[] = [
  [
    'knows only the current secret',
    'webhook.previous_secret_verified',
    shopWith({
      verifyWebhook: (request, { secrets }, now) =>
        tinyShop.verifyWebhook(request, { secrets: secrets.slice(0, 1) }, now),
    }),
  ],
  [
    'verifies the body as it would write it itself',
    'webhook.changed_body_refused',
    shopWith({
      verifyWebhook: (request, secrets, now) =>
        tinyShop.verifyWebhook(
          { ...request, body: Buffer.from(String(Buffer.from(request.body)).trimEnd()) },
          secrets,
          now,
        ),
    }),
  ],
  [
    'does not look at the time',
    'webhook.stale_refused',
    shopWith({
      verifyWebhook: (request, secrets) =>
        tinyShop.verifyWebhook(
          request,
          secrets,
          Number(request.headers['x-tiny-timestamp']) as Parameters<Shop['verifyWebhook']>[2],
        ),
    }),
  ],
  [
    'takes the topic for the dedupe key',
    'webhook.other_delivery_other_key',
    shopWith({
      verifyWebhook: (request, secrets, now) => {
        const verdict = tinyShop.verifyWebhook(request, secrets, now);
        return verdict.kind === 'verified'
          ? { ...verdict, webhook: { ...verdict.webhook, dedupeKey: verdict.webhook.topic } }
          : verdict;
      },
    }),
  ],
  [
    'takes a duplicate for success',
    'discount.duplicate_refused',
    shopCalling(({ createDiscountCode, findDiscountCode }) => ({
      createDiscountCode: async (wish) => (await findDiscountCode(wish.code)) ?? createDiscountCode(wish),
    })),
  ],
  [
    'throws while it connects',
    'connect.harmless',
    shopWith({
      connect: (config, context) => {
        if (!context.allowPrivateNetwork) throw new Error('Not here.');
        return tinyShop.connect(config, context);
      },
    }),
  ],
  [
    'gives away another product than was meant',
    'discount.gift',
    shopCalling(({ createDiscountCode }) => ({
      createDiscountCode: (wish) =>
        createDiscountCode(
          wish.discount.kind === 'freeGift'
            ? { ...wish, discount: { ...wish.discount, productExternalId: 'cup' } }
            : wish,
        ),
    })),
  ],
  [
    'lets a gift be had for less than it asks for',
    'discount.gift_with_minimum_undeclared',
    shopCalling(({ createDiscountCode }) => ({
      createDiscountCode: (wish) => createDiscountCode({ ...wish, minimumSpend: null }),
    })),
  ],
  [
    'makes a code for free shipping that waives none',
    'discount.free_shipping_undeclared',
    shopCalling(({ createDiscountCode }) => ({
      createDiscountCode: (wish) =>
        createDiscountCode(
          wish.discount.kind === 'freeShipping' ? { ...wish, discount: { kind: 'percent', percent: 10 } } : wish,
        ),
    })),
  ],
  [
    'tells coupon codes as they were typed',
    'order.codes_lower_case',
    shopWith({
      parseWebhook: (webhook, config) => {
        const parsed = tinyShop.parseWebhook(webhook, config);
        if (!parsed.ok) return parsed;
        const value = parsed.value.map((event) =>
          event.kind === 'orderUpserted' ? { ...event, order: { ...event.order, couponCodes: ['HELLO'] } } : event,
        );
        return { ok: true, value };
      },
    }),
  ],
];

test.for(mutants)(
  'a platform adapter that %s breaks %s and nothing else',
  { timeout: 20_000 },
  async ([, id, adapter]) => {
    expect(await listBroken(platformClauses(tinyShopHarness(adapter)))).toEqual([id]);
  },
);
