import { z } from 'zod';

/** What an agency types in to connect a BigCommerce store: a store-level API account. */
export interface BigCommerceConfig {
  /** The part of the API path after `/stores/`. */
  readonly storeHash: string;
  /** Sent as `X-Auth-Token`. It does not end, and its permissions cannot be changed: for others, a new account is made. */
  readonly accessToken: string;
  /** BigCommerce signs the webhooks with it. */
  readonly clientSecret: string;
  /** Only orders and carts of this storefront; all of them when left out. */
  readonly channelId?: number | undefined;
}

const notHash = {
  error: 'The store hash is needed: of https://api.bigcommerce.com/stores/abc123/v3/ it is abc123.',
};
const notToken = { error: 'The access token of a store-level API account is needed.' };
const notSecret = { error: 'The client secret of the same API account is needed; webhooks are signed with it.' };

export const configSchema: z.ZodType<BigCommerceConfig> = z.strictObject({
  storeHash: z.string(notHash).regex(/^[a-z0-9]{3,32}$/, notHash),
  accessToken: z.string(notToken).regex(/^\S{8,}$/, notToken),
  clientSecret: z.string(notSecret).regex(/^\S{8,}$/, notSecret),
  channelId: z.int().positive({ error: 'The number of a channel is needed, e.g. 1.' }).optional(),
});
