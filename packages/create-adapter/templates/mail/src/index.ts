import { defineMailAdapter } from '@regulars/adapter-contracts';
import { capabilities } from './capabilities.ts';
import { configSchema } from './config.ts';
import { connect } from './connect.ts';
import { parseWebhook } from './parse-webhook.ts'; //? receipts
import { verifyWebhook } from './verify-webhook.ts'; //? receipts

export const exampleShopAdapter = defineMailAdapter({
  id: 'example-shop',
  displayName: 'Example Shop',
  capabilities,
  configSchema,
  connect,
  receipts: { verifyWebhook, parseWebhook }, //? receipts
  receipts: null, //! receipts
});

/** What Regulars takes from this package. */
export const mailAdapters = [exampleShopAdapter];
