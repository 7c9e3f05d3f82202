import { parseCurrency } from '@regulars/core/shared';
import { z } from 'zod';

/** What an agency types in to connect a WooCommerce store. */
export interface WooCommerceConfig {
  /** The site's address, with its sub-directory if it has one; not the address of the API. */
  readonly url: string;
  /** REST API key with permission `Read/Write`, `ck_…`. */
  readonly key: string;
  /** `cs_…` */
  readonly secret: string;
  /** The order and customer meta in which a plugin keeps the newsletter tick; WooCommerce itself has none. */
  readonly consentMetaKey?: string | undefined;
  /** The store's currency. Products do not name theirs: without it their prices are left out. */
  readonly currency?: string | undefined;
}

export const configSchema: z.ZodType<WooCommerceConfig> = z.strictObject({
  url: z
    .url({ protocol: /^https?$/, error: 'The address of the shop is needed, e.g. https://shop.example.com.' })
    .refine((url) => !/[?#]|\/wp-json/.test(url), { error: 'Give the address of the site, without /wp-json and without a query.' }),
  key: z.string().regex(/^ck_\w{10,}$/, { error: 'The consumer key of a REST API key is needed; it starts with ck_.' }),
  secret: z.string().regex(/^cs_\w{10,}$/, { error: 'The consumer secret of a REST API key is needed; it starts with cs_.' }),
  consentMetaKey: z.string().min(1).optional(),
  currency: z
    .string()
    .refine((code) => parseCurrency(code) !== null, { error: 'An ISO 4217 currency code is needed, e.g. EUR.' })
    .optional(),
});
