import { definePlatformAdapter } from '@regulars/adapter-contracts';
import { authorization } from './authorization.ts';
import { capabilities } from './capabilities.ts';
import { configSchema } from './config.ts';
import { connect } from './connect.ts';
import { parseWebhook } from './parse-webhook.ts';
import { verifyWebhook } from './verify-webhook.ts';

export { toPlatformStatus } from './model/order-status.ts';
export type { ShopifyConfig } from './config.ts';
export type { ShopifyRejection, ShopifyRejectionCode } from './rejection.ts';

/** Orders, customers, products and checkouts by webhook and by pull, rewards as discounts. Admin API 2026-10. */
export const shopify = definePlatformAdapter({
  id: 'shopify',
  displayName: 'Shopify',
  capabilities,
  configSchema,
  makesDiscountCodes: ({ access = 'none' }) => access !== 'none',
  shopOf: ({ domain }) => domain,
  webhookSecretOf: ({ clientSecret }) => clientSecret,
  verifyWebhook,
  parseWebhook,
  authorization,
  connect,
});
