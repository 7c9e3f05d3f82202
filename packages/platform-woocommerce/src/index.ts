import { definePlatformAdapter } from '@regulars/adapter-contracts';
import { authorization } from './authorization.ts';
import { capabilities } from './capabilities.ts';
import { configSchema } from './config.ts';
import { connect } from './connect.ts';
import { parseWebhook } from './parse-webhook.ts';
import { shopOf } from './shop-of.ts';
import { verifyWebhook } from './verify-webhook.ts';

export type { WooCommerceConfig } from './config.ts';
export type { WooCommerceRejection, WooCommerceRejectionCode } from './rejection.ts';

/** Orders, customers and products by webhook, rewards as coupons. WooCommerce 8 and later. */
export const woocommerce = definePlatformAdapter({
  id: 'woocommerce',
  displayName: 'WooCommerce',
  capabilities,
  configSchema,
  makesDiscountCodes: ({ key }) => key !== undefined,
  shopOf,
  verifyWebhook,
  parseWebhook,
  authorization,
  connect,
});
