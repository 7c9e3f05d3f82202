import { defineMailAdapter, type MailAdapter } from '@regulars/adapter-contracts';
import { mostRecipients } from './batches/group-messages.ts';
import { concurrency, connectMailgun } from './mailgun-connection.ts';
import { mailgunConfigSchema, type MailgunConfig } from './mailgun-config.ts';
import { parseWebhook } from './parse-webhook.ts';
import { verifyWebhook } from './verify-webhook.ts';

/**
 * Mail by Mailgun's HTTP API, with its event webhooks. The webhook secret is Mailgun's webhook signing key, which is
 * another value than the API key.
 *
 * @example
 * ```ts
 * const config = mailgun.configSchema.parse({ apiKey: '…', domain: 'mg.example.com', region: 'eu' });
 * const connection = mailgun.connect(config, { timeoutMs: 30_000, allowPrivateNetwork: false });
 * await connection.checkAccess();
 * ```
 */
export const mailgun: MailAdapter<MailgunConfig> = defineMailAdapter({
  id: 'mailgun',
  displayName: 'Mailgun',
  capabilities: {
    resolution: 'lookup',
    deliveryEvents: true,
    concurrency,
    batch: { most: mostRecipients },
    suppressions: true,
  },
  configSchema: mailgunConfigSchema,
  connect: connectMailgun,
  receipts: { verifyWebhook, parseWebhook },
});
