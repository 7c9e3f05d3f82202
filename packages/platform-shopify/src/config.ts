import { parseCurrency } from '@regulars/core/shared';
import { z } from 'zod';

/** What an agency types in to connect a Shopify store. */
export interface ShopifyConfig {
  /** The permanent address, `my-shop.myshopify.com`; the shop's own domain may change. */
  readonly domain: string;
  /** The app's client ID. A custom app serves one store, so these are the store's own. */
  readonly clientId?: string | undefined;
  /** The app's client secret: Shopify signs the webhooks with it, too. */
  readonly clientSecret: string;
  /**
   * How the API is reached. `none`: not at all; orders come in, and nothing can be asked or made. `token`: a static Admin
   * API token, `shpat_…`. `clientCredentials`: app and store belong to the same organisation, and tokens of a day are
   * fetched with the secret. `oauth`: the merchant installed the app, whose tokens of an hour are renewed.
   */
  readonly access?: 'none' | 'token' | 'clientCredentials' | 'oauth' | undefined;
  /** For `token`. */
  readonly accessToken?: string | undefined;
  /** The store's currency. Products in webhooks do not name theirs: without it their prices are left out. */
  readonly currency?: string | undefined;
}

const notDomain = { error: 'The permanent address of the store is needed, e.g. my-shop.myshopify.com.' };
const notSecret = { error: 'The client secret of the app is needed, not an access token.' };
const notClientId = { error: 'The client ID of the app is needed.' };
const notToken = { error: 'An Admin API access token is needed; it starts with shpat_, shpca_ or shpua_.' };

const fields = {
  domain: z
    .string(notDomain)
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/, notDomain)
    .describe('The permanent address, my-shop.myshopify.com.'),
  clientId: z.string(notClientId).regex(/^\S+$/, notClientId).describe('The client ID of the app.'),
  // Only a mix-up is caught here; whether the secret serves, the store says.
  clientSecret: z
    .string(notSecret)
    .regex(/^(?!shp(at|ca|ua|pa)_)\S{8,}$/, notSecret)
    .describe('The client secret of the app. Shopify signs its webhooks with it.'),
  currency: z
    .string()
    .refine((code) => parseCurrency(code) !== null, { error: 'An ISO 4217 currency code is needed, e.g. EUR.' })
    .optional(),
};

/** What is typed in before the merchant is sent to Shopify; the access itself Shopify adds. */
export interface ShopifySettings {
  readonly domain: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly currency?: string | undefined;
}

export const settingsSchema: z.ZodType<ShopifySettings> = z.object(fields);

export const configSchema: z.ZodType<ShopifyConfig> = z
  .strictObject({
    ...fields,
    clientId: fields.clientId.optional(),
    access: z
      .enum(['none', 'token', 'clientCredentials', 'oauth'])
      .default('none')
      .describe(
        'How Shopify is asked: not at all, by a lasting token, by the app itself, or as the merchant allowed it.',
      ),
    accessToken: z
      .string(notToken)
      .regex(/^(?!shpss_)\S+$/, notToken)
      .optional(),
  })
  .refine(({ access, accessToken }) => access !== 'token' || accessToken !== undefined, {
    path: ['accessToken'],
    error: 'With access "token", the token itself is needed.',
  })
  .refine(({ access, accessToken }) => access === 'token' || accessToken === undefined, {
    path: ['access'],
    error: 'An access token is of use with access "token" only.',
  })
  .refine(({ access, clientId }) => access === 'none' || access === 'token' || clientId !== undefined, {
    path: ['clientId'],
    error: "With this access, the app's client ID is needed.",
  });
