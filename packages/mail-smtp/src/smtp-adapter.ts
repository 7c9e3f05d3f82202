import { defineMailAdapter, type MailAdapter } from '@regulars/adapter-contracts';
import { connectSmtp, poolSize } from './smtp-connection.ts';
import { smtpConfigSchema, type SmtpConfig } from './smtp-config.ts';

/**
 * Mail by SMTP (RFC 5321), through whichever server the shop has. A lost answer after the message was handed over stays
 * unknown: SMTP has no way to ask. What became of a message afterwards is read from the mailbox to which servers report.
 *
 * @example
 * ```ts
 * const config = smtp.configSchema.parse({ host: 'smtp.example.com', user: 'shop', password: '…' });
 * const connection = smtp.connect(config, { timeoutMs: 30_000, allowPrivateNetwork: false });
 * await connection.checkAccess();
 * ```
 */
export const smtp: MailAdapter<SmtpConfig> = defineMailAdapter({
  id: 'smtp',
  displayName: 'SMTP',
  // Twice the connections, so that one that becomes free finds the next mail waiting.
  capabilities: { resolution: 'none', deliveryEvents: false, concurrency: 2 * poolSize, reports: true },
  configSchema: smtpConfigSchema,
  connect: connectSmtp,
  receipts: null,
});
