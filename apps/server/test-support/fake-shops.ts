import type { AdapterContext, PlatformAdapter } from '@regulars/adapter-contracts';
import { startFakeBigCommerce, startFakeShopify, startFakeWooCommerce } from '@regulars/adapter-testkit';
import { bigcommerce } from '@regulars/platform-bigcommerce';
import { shopify } from '@regulars/platform-shopify';
import { woocommerce } from '@regulars/platform-woocommerce';

/** A fake shop, whatever its platform. */
export interface FakeShop {
  readonly adapter: PlatformAdapter;
  readonly config: object;
  /** What its webhooks are signed with. */
  readonly secret: string;
  readonly context: Partial<AdapterContext>;
  /** What changed orders come by, in the platform's words. */
  readonly ordersTopic: string;
  /** Ends the webhooks of changed orders, as the platform itself does when nobody answers. */
  loseHooks(): void;
  /** Places an order, at a time in ISO 8601. */
  placeOrder(placedAt: string): void;
  close(): Promise<void>;
}

async function startWoo(): Promise<FakeShop> {
  const store = await startFakeWooCommerce();
  return {
    adapter: woocommerce as PlatformAdapter,
    config: { url: store.url, key: store.key, secret: store.secret },
    secret: 'whsec_0123456789abcdef',
    context: {},
    ordersTopic: 'order.updated',
    loseHooks: () => {
      for (const webhook of store.webhooks) if (webhook.topic === 'order.updated') webhook.status = 'disabled';
    },
    placeOrder: (placedAt) => {
      store.addOrder({ status: 'processing', date_created_gmt: placedAt.slice(0, 19) });
    },
    close: store.close,
  };
}

async function startShopify(): Promise<FakeShop> {
  const store = await startFakeShopify({ maximumAvailable: 1e9, restoreRate: 1e9 });
  const { domain, clientSecret, accessToken, fetch } = store;
  return {
    adapter: shopify as PlatformAdapter,
    config: { domain, clientSecret, access: 'token', accessToken },
    secret: clientSecret,
    context: { fetch },
    ordersTopic: 'orders/updated',
    loseHooks: () => store.loseSubscriptions('ORDERS_UPDATED'),
    placeOrder: (placedAt) => {
      store.addOrder({ processedAt: placedAt });
    },
    close: store.close,
  };
}

async function startBigCommerce(): Promise<FakeShop> {
  const store = await startFakeBigCommerce({ quota: 1_000 });
  const { storeHash, accessToken, clientSecret, fetch } = store;
  return {
    adapter: bigcommerce as PlatformAdapter,
    config: { storeHash, accessToken, clientSecret },
    secret: clientSecret,
    context: { fetch },
    ordersTopic: 'store/order/updated',
    loseHooks: () => store.disableHooks('store/order/updated'),
    placeOrder: (placedAt) => {
      store.addOrder({ placedAt });
    },
    close: store.close,
  };
}

/** Each platform's name, and how its fake is started. */
export const fakeShops: readonly (readonly [platform: string, start: () => Promise<FakeShop>])[] = [
  ['WooCommerce', startWoo],
  ['Shopify', startShopify],
  ['BigCommerce', startBigCommerce],
];
