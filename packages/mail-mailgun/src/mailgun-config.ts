import { z } from 'zod';

/** A sending domain at Mailgun. */
export interface MailgunConfig {
  /** An account key: a domain sending key can send, but cannot look up what became of a message. */
  readonly apiKey: string;
  readonly domain: string;
  /** Where the domain was made; another region does not know it. */
  readonly region: 'eu' | 'us';
  /** Instead of the region's address, e.g. a proxy or a fake. */
  readonly baseUrl: string | null;
}

export const mailgunConfigSchema: z.ZodType<MailgunConfig> = z.strictObject({
  apiKey: z.string().trim().min(1, 'Give the API key from Mailgun, Account settings, API security.'),
  domain: z.hostname('Give the sending domain, e.g. mg.example.com.'),
  region: z.enum(['eu', 'us']).default('eu'),
  baseUrl: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
});

const regionUrls = { eu: 'https://api.eu.mailgun.net', us: 'https://api.mailgun.net' } as const;

export function toBaseUrl({ region, baseUrl }: MailgunConfig): string {
  return baseUrl ?? regionUrls[region];
}
