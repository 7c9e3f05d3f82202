import { parseCurrency } from '@regulars/core/shared';
import { z } from 'zod';

/** What an agency types in to connect a WooCommerce store. */
export interface WooCommerceConfig {
  /** The site's address, with its sub-directory if it has one; not the address of the API. */
  readonly url?: string | undefined;
  /** REST API key with permission `Read/Write`, `ck_…`. Orders come in without one; coupons cannot be made. */
  readonly key?: string | undefined;
  /** `cs_…` */
  readonly secret?: string | undefined;
  /** The order and customer meta in which a plugin keeps the newsletter tick; WooCommerce itself has none. */
  readonly consentMetaKey?: string | undefined;
  /** The store's currency. Products do not name theirs: without it their prices are left out. */
  readonly currency?: string | undefined;
}

const notUrl = {
  error: 'The address of the site is needed, without /wp-json and without a query, e.g. https://shop.example.com.',
};
const notKey = { error: 'The consumer key of a REST API key is needed; it starts with ck_.' };
const notSecret = { error: 'The consumer secret of a REST API key is needed; it starts with cs_.' };

const url = z.url({ protocol: /^https?$/, ...notUrl }).refine((text) => !/[?#]|\/wp-json/.test(text), notUrl);
const further = {
  consentMetaKey: z.string().min(1).optional(),
  currency: z
    .string()
    .refine((code) => parseCurrency(code) !== null, { error: 'An ISO 4217 currency code is needed, e.g. EUR.' })
    .optional(),
};

/** What is typed in before the merchant is sent to their store; the key the store adds. */
export interface WooCommerceSettings {
  readonly url: string;
  readonly consentMetaKey?: string | undefined;
  readonly currency?: string | undefined;
}

export const settingsSchema: z.ZodType<WooCommerceSettings> = z.object({ url, ...further });

export const configSchema: z.ZodType<WooCommerceConfig> = z
  .strictObject({
    url: url.optional(),
    // Only a mix-up is caught here; whether the key serves, the store says.
    key: z
      .string(notKey)
      .regex(/^(?!cs_)\S+$/, notKey)
      .optional(),
    secret: z
      .string(notSecret)
      .regex(/^(?!ck_)\S+$/, notSecret)
      .optional(),
    ...further,
  })
  .refine((typed) => typed.key === undefined || (typed.secret !== undefined && typed.url !== undefined), {
    path: ['secret'],
    error: 'A key is of use only with its secret and the address of the site.',
  });
