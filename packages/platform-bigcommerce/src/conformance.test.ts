import {
  platformClauses,
  startFakeBigCommerce,
  toBigCommerceDelivery,
  type PlatformHarness,
} from '@regulars/adapter-testkit';
import { toInstant, toIsoString } from '@regulars/core/shared';
import { test } from 'vitest';
import { z } from 'zod';
import { bigcommerce, type BigCommerceConfig } from './index.ts';

const sample = (scope: string, data: object) => ({
  topic: scope,
  body: JSON.stringify({
    scope,
    store_id: '1025646',
    data,
    hash: 'dd70c0976e06b67aaf671e73f49dcb79230ebf9d',
    created_at: 1_795_300_000,
    producer: 'stores/abc123',
  }),
});

const orderSample = sample('store/order/statusUpdated', { type: 'order', id: 100 });

const soleGift = z.tuple([
  z.object({ action: z.object({ gift_item: z.object({ product_id: z.int(), quantity: z.literal(1) }) }) }),
]);

const harness: PlatformHarness<BigCommerceConfig> = {
  adapter: bigcommerce,
  config: { storeHash: 'abc123', accessToken: 'bctoken_0123456789', clientSecret: 'bcsecret_current' },
  webhooks: {
    secrets: ['bcsecret_current', 'bcsecret_previous'],
    now: toInstant(1_795_300_000_000),
    sign: ({ topic, body }, secret, at) => {
      const sentAtS = Math.floor(at / 1_000);
      const { headers, body: text } = toBigCommerceDelivery({ scope: topic, data: body, secret, sentAtS });
      return { headers, body: Buffer.from(text) };
    },
    signatureCovers: 'body',
    toleranceMs: 300_000,
    samples: [
      orderSample,
      sample('store/customer/updated', { type: 'customer', id: 32 }),
      sample('store/product/deleted', { type: 'product', id: 205 }),
      sample('store/cart/abandoned', { type: 'cart', id: '09346904-4175-44fd-be53-f7e598531b6c', token: '1eed' }),
      sample('store/app/uninstalled', { type: 'store' }),
    ],
  },
  orderSample,
  startUpstream: async () => {
    const store = await startFakeBigCommerce({ quota: 1e6 });
    const { storeHash, accessToken, clientSecret } = store;
    const wrongToken = 'bctoken_ffffffffffffffff';
    return {
      config: { storeHash, accessToken, clientSecret },
      wrongConfig: { storeHash, accessToken: wrongToken, clientSecret },
      secrets: [accessToken, wrongToken, clientSecret],
      fetch: store.fetch,
      addOrders: (orders) => {
        for (const { placedAt, kind } of orders)
          store.addOrder({ placedAt: toIsoString(placedAt), statusId: kind === 'draft' ? 0 : 11 });
      },
      // The fake counts from 100.
      putSampleOrder: () => {
        store.addOrder({ placedAt: '2026-11-01T10:00:00Z', couponCodes: ['Friend-7F3K'], refunds: [{ amount: 5 }] });
      },
      addProduct: () => '77',
      giftOf: (code) => {
        const rules = store.promotions.find(({ codes }) => codes.some((each) => each.code === code))?.fields['rules'];
        const read = soleGift.safeParse(rules);
        return read.success ? String(read.data[0].action.gift_item.product_id) : null;
      },
      listCodes: () => store.promotions.flatMap(({ codes }) => codes.map(({ code }) => code)),
      // Of the two calls that make a code, the one that counts.
      failNextWrite: (fault) => {
        store.fail(fault, { method: 'POST', path: /\/codes$/ });
      },
      failNextRead: store.fail,
      countHooks: () => store.hooks.filter(({ is_active: isActive }) => isActive).length,
      loseHook: () => {
        store.disableHooks('store/order/updated');
      },
      close: store.close,
    };
  },
};

for (const { id, title, run } of platformClauses(harness)) test(`${title} (${id})`, run);
