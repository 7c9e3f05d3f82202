import { platformClauses, startFakeWooCommerce, toDelivery, type PlatformHarness } from '@regulars/adapter-testkit';
import { toInstant, toIsoString } from '@regulars/core/shared';
import { test } from 'vitest';
import { readAnswer, readRecording } from '../test/recordings.ts';
import { woocommerce, type WooCommerceConfig } from './index.ts';

const orderSample = { topic: 'order.created', body: JSON.stringify(readAnswer('rest-order-create-coupon.json')) };

const harness: PlatformHarness<WooCommerceConfig> = {
  adapter: woocommerce,
  config: { url: 'https://shop.example.com', key: 'ck_0123456789', secret: 'cs_0123456789' },
  webhooks: {
    secrets: ['current-secret', 'previous-secret'],
    now: toInstant(1_795_300_000_000),
    sign: ({ topic, body }, secret) => {
      const { headers, body: bytes } = toDelivery({ hookUrl: '', topic, payload: body, secret, deliveryId: 'd-1' });
      return { headers, body: Buffer.from(bytes) };
    },
    signatureCovers: 'body',
    toleranceMs: null,
    samples: [
      orderSample,
      { topic: 'order.updated', body: readRecording('order.updated-refunded.json').body.toString('utf8') },
      { topic: 'customer.updated', body: readRecording('customer.updated.json').body.toString('utf8') },
      { topic: 'product.updated', body: readRecording('product.updated.json').body.toString('utf8') },
    ],
  },
  orderSample,
  startUpstream: async () => {
    const store = await startFakeWooCommerce();
    const wrongSecret = 'cs_ffffffffffffffffffffffffffffffffffffffff';
    return {
      config: { url: store.url, key: store.key, secret: store.secret },
      wrongConfig: { url: store.url, key: store.key, secret: wrongSecret },
      secrets: [store.key, store.secret, wrongSecret],
      addOrders: (orders) => {
        for (const { placedAt, kind } of orders)
          store.addOrder({
            status: kind === 'draft' ? 'checkout-draft' : 'processing',
            date_created_gmt: toIsoString(placedAt).slice(0, 19),
          });
      },
      addProduct: () => '14',
      giftOf: (code) => {
        const coupon = store.coupons.find((each) => each.code === code);
        const isGift = coupon?.amount === '100.00' && coupon.limit_usage_to_x_items === 1;
        return isGift && coupon.product_ids.length === 1 ? String(coupon.product_ids[0]) : null;
      },
      listCodes: () => store.coupons.map(({ code }) => code),
      failNextWrite: (fault) => {
        store.fail(fault, { method: 'POST' });
      },
      failNextRead: store.fail,
      countHooks: () => store.webhooks.filter(({ status }) => status === 'active').length,
      loseHook: () => {
        const [webhook] = store.webhooks;
        if (webhook !== undefined) webhook.status = 'disabled';
      },
      authorize: {
        settings: { url: store.url },
        allow: async (url) => {
          const { callback, returnUrl } = store.grantKey(url);
          return { query: Object.fromEntries(new URL(returnUrl).searchParams), callback };
        },
      },
      close: store.close,
    };
  },
};

for (const { id, title, run } of platformClauses(harness)) test(`${title} (${id})`, run);
