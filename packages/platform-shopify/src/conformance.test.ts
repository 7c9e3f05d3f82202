import { platformClauses, startFakeShopify, toShopifyDelivery, type PlatformHarness } from '@regulars/adapter-testkit';
import { toInstant, toIsoString } from '@regulars/core/shared';
import { test } from 'vitest';
import { z } from 'zod';
import { getSample } from '../test/samples.ts';
import { shopify, type ShopifyConfig } from './index.ts';

const domain = 'fake-shop.myshopify.com';
const orderSample = { topic: 'orders/updated', body: JSON.stringify(getSample('rest.order').body) };

/** The price of one piece off, once, of a single product. */
const soleGift = z.object({
  value: z.object({ discountAmount: z.object({ amount: z.literal('20.0'), appliesOnEachItem: z.literal(false) }) }),
  items: z.object({ products: z.object({ productsToAdd: z.tuple([z.string()]) }) }),
});

const harness: PlatformHarness<ShopifyConfig> = {
  adapter: shopify,
  config: {
    domain,
    clientSecret: 'shpss_current',
    access: 'token',
    accessToken: 'shpat_0123456789',
    currency: 'USD',
  },
  webhooks: {
    secrets: ['shpss_current', 'shpss_previous'],
    now: toInstant(1_795_300_000_000),
    sign: ({ topic, body }, secret) => {
      const { headers, body: text } = toShopifyDelivery({ topic, payload: body, secret, domain });
      return { headers, body: Buffer.from(text) };
    },
    signatureCovers: 'body',
    toleranceMs: null,
    samples: [
      orderSample,
      { topic: 'customers/update', body: JSON.stringify(getSample('rest.customer').body) },
      { topic: 'products/update', body: JSON.stringify(getSample('rest.product').body) },
      { topic: 'refunds/create', body: JSON.stringify(getSample('rest.refund').body) },
      { topic: 'checkouts/update', body: JSON.stringify(getSample('checkouts.update').body) },
      { topic: 'customers/redact', body: JSON.stringify(getSample('compliance.customers.redact').body) },
    ],
  },
  orderSample,
  startUpstream: async () => {
    const store = await startFakeShopify({ domain, maximumAvailable: 1e6, restoreRate: 1e6 });
    const wrongToken = 'shpat_ffffffffffffffffffffffffffffffff';
    const { clientSecret, accessToken } = store;
    return {
      config: { domain, clientSecret, access: 'token', accessToken },
      wrongConfig: { domain, clientSecret, access: 'token', accessToken: wrongToken },
      secrets: [accessToken, wrongToken, clientSecret],
      fetch: store.fetch,
      addOrders: (orders) => {
        // A draft is no order on Shopify, and stands in no list of orders.
        for (const { placedAt, kind } of orders)
          if (kind === 'order') store.addOrder({ processedAt: toIsoString(placedAt) });
      },
      addProduct: () => store.addProduct({ title: 'Mug', updatedAt: '2026-11-01T00:00:00Z' }),
      giftOf: (code) => {
        const read = soleGift.safeParse(store.discounts.find((each) => each.code === code)?.input['customerGets']);
        return read.success ? (/\d+$/.exec(read.data.items.products.productsToAdd[0])?.[0] ?? null) : null;
      },
      listCodes: () => store.discounts.map(({ code }) => code),
      failNextWrite: (fault) => {
        store.fail(fault, { body: /mutation/ });
      },
      failNextRead: store.fail,
      countHooks: () => store.subscriptions.length,
      loseHook: () => store.loseSubscriptions('ORDERS_UPDATED'),
      authorize: {
        settings: { domain, clientId: store.clientId, clientSecret },
        allow: async (url) => ({
          query: Object.fromEntries(new URL(store.allowApp(url)).searchParams),
          callback: null,
        }),
      },
      close: store.close,
    };
  },
};

for (const { id, title, run } of platformClauses(harness)) test(`${title} (${id})`, run);
