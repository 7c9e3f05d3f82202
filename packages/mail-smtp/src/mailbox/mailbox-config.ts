import { z } from 'zod';

/** Where servers report what became of messages: the mailbox of the sender's address. */
export interface MailboxConfig {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (port 993); otherwise STARTTLS. */
  readonly secure: boolean;
  readonly user: string;
  readonly password: string;
  /** Where in it the reports arrive. */
  readonly folder: string;
}

export const mailboxConfigSchema: z.ZodType<MailboxConfig> = z.strictObject({
  host: z.string().trim().min(1, 'Name the IMAP server, e.g. imap.example.com.'),
  port: z.int().min(1).max(65_535).default(993),
  secure: z.boolean().default(true),
  user: z.string().min(1),
  password: z.string().min(1),
  folder: z.string().min(1).default('INBOX'),
});
