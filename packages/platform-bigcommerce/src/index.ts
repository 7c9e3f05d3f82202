import { definePlatformAdapter } from '@regulars/adapter-contracts';
import { capabilities } from './capabilities.ts';
import { configSchema } from './config.ts';
import { connect } from './connect.ts';
import { parseWebhook } from './parse-webhook.ts';
import { verifyWebhook } from './verify-webhook.ts';

export type { BigCommerceConfig } from './config.ts';
export type { BigCommerceRejection, BigCommerceRejectionCode } from './rejection.ts';

/** Webhooks name what changed, and it is read by the REST API; rewards go out as promotions with one code each. */
export const bigcommerce = definePlatformAdapter({
  id: 'bigcommerce',
  displayName: 'BigCommerce',
  capabilities,
  configSchema,
  shopOf: ({ storeHash }) => storeHash,
  webhookSecretOf: ({ clientSecret }) => clientSecret,
  verifyWebhook,
  parseWebhook,
  connect,
});
