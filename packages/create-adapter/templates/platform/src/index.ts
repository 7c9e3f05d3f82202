import { definePlatformAdapter } from '@regulars/adapter-contracts';
import { capabilities } from './capabilities.ts';
import { configSchema } from './config.ts';
import { connect } from './connect.ts';
import { parseWebhook } from './parse-webhook.ts';
import { verifyWebhook } from './verify-webhook.ts';

export const exampleShopAdapter = definePlatformAdapter({
  id: 'example-shop',
  displayName: 'Example Shop',
  capabilities,
  configSchema,
  verifyWebhook,
  parseWebhook,
  connect,
});

/** What Regulars takes from this package. */
export const platformAdapters = [exampleShopAdapter];
