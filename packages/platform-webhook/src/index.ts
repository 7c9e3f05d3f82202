import { definePlatformAdapter } from '@regulars/adapter-contracts';
import { capabilities } from './capabilities.ts';
import { configSchema } from './config.ts';
import { connect } from './connect.ts';
import { parseWebhook } from './parse-webhook.ts';
import { verifyWebhook } from './verify-webhook.ts';

export type { WebhookConfig } from './config.ts';
export { toContractJsonSchema } from './contract/to-json-schema.ts';
export type { WebhookRejection, WebhookRejectionCode } from './rejection.ts';
export { toSignedHeaders } from './signature.ts';

/** Any system that can sign and post JSON; see docs/guides/generic-webhook.md. */
export const webhook = definePlatformAdapter({
  id: 'webhook',
  displayName: 'Webhook',
  capabilities,
  configSchema,
  makesDiscountCodes: ({ callbackUrl }) => callbackUrl !== undefined,
  verifyWebhook,
  parseWebhook,
  connect,
});
