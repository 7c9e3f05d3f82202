import { z } from 'zod';

/** What an agency types in to connect a system of its own. */
export interface WebhookConfig {
  /** How the sender writes money: whole minor units (`1990`), or decimal strings (`"19.90"`). */
  readonly moneyFormat: 'minor' | 'decimal';
  /** Where rewards are asked for. Without it this connection can make no discount codes. */
  readonly callbackUrl?: string | undefined;
  /** Signs what is sent to `callbackUrl`. */
  readonly callbackSecret?: string | undefined;
}

const secret = z.string().regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/, {
  error: 'A secret of the form whsec_ and at least 24 random bytes in base64 is needed.',
});

export const configSchema: z.ZodType<WebhookConfig> = z
  .object({
    moneyFormat: z
      .enum(['minor', 'decimal'], { error: 'Must be "minor" or "decimal".' })
      .default('minor')
      .describe('minor: 1990 for 19.90 EUR. decimal: "19.90".'),
    callbackUrl: z
      .url({ protocol: /^https?$/, error: 'Must be an address such as https://shop.example.com/regulars.' })
      .optional(),
    callbackSecret: secret.optional(),
  })
  .refine((config) => config.callbackUrl === undefined || config.callbackSecret !== undefined, {
    path: ['callbackSecret'],
    error: 'A callback needs a secret to be signed with.',
  });
