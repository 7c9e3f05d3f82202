import { z } from 'zod';
import { mailboxConfigSchema, type MailboxConfig } from './mailbox/mailbox-config.ts';
import { isPrivateKey, toPem } from './private-key.ts';

/** How to reach and use a mail server. */
export interface SmtpConfig {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (port 465); otherwise STARTTLS. */
  readonly secure: boolean;
  /** Without TLS nothing is sent: not the password and not the mail. */
  readonly requireTls: boolean;
  readonly user: string | null;
  readonly password: string | null;
  /** Only where the server does not sign itself. */
  readonly dkim: DkimConfig | null;
  /** Where servers report what became of messages; without it nobody hears of bounces. */
  readonly bounceMailbox: MailboxConfig | null;
}

export interface DkimConfig {
  /** `d=`; must be aligned with the sender's address. */
  readonly domain: string;
  /** `s=`; the key stands in DNS at `<selector>._domainkey.<domain>`. */
  readonly selector: string;
  /** PEM. */
  readonly privateKey: string;
}

export const smtpConfigSchema: z.ZodType<SmtpConfig> = z
  .strictObject({
    host: z.string().trim().min(1, 'Name the mail server, e.g. smtp.example.com.'),
    port: z.int().min(1).max(65_535).default(587),
    secure: z.boolean().default(false),
    requireTls: z.boolean().default(true),
    user: z.string().min(1).nullable().default(null),
    password: z.string().min(1).nullable().default(null),
    dkim: z
      .strictObject({
        domain: z.hostname(),
        selector: z.string().regex(/^[a-z0-9.-]+$/i, 'A selector is letters, digits, dots and hyphens.'),
        privateKey: z
          .string()
          .regex(/^\s*-----BEGIN [A-Z ]*PRIVATE KEY-----/, 'Give the private key in PEM form.')
          .transform(toPem)
          .refine(isPrivateKey, 'The private key cannot be read: copy all of it, from BEGIN to END.'),
      })
      .nullable()
      .default(null),
    bounceMailbox: mailboxConfigSchema.nullable().default(null),
  })
  .refine((config) => (config.user === null) === (config.password === null), {
    path: ['password'],
    message: 'User and password go together: give both or neither.',
  });
