import { toRejection, type AuthorizationRequest } from '@regulars/adapter-contracts';
import { fail, ok, type Result } from '@regulars/core/shared';
import { z } from 'zod';
import { parseJson } from './parse-json.ts';
import type { WooCommerceRejection } from './rejection.ts';

/** An API key that a store made for us. */
export interface GrantedKey {
  /** What was given to `toKeyGrantUrl`, and all there is to tell whose key this is: nothing is signed. */
  readonly state: string;
  readonly key: string;
  readonly secret: string;
}

/**
 * Where a merchant is sent to let their store make an API key for us, with one click.
 *
 * @param siteUrl - as in the configuration: with the site's sub-directory if it has one.
 * @see https://woocommerce.github.io/woocommerce-rest-api-docs/#rest-api-keys
 */
export function toKeyGrantUrl(siteUrl: string, { returnUrl, callbackUrl, state }: AuthorizationRequest): string {
  const back = new URL(returnUrl);
  // WooCommerce appends it as `user_id` only.
  back.searchParams.set('state', state);
  const query = new URLSearchParams({
    app_name: 'Regulars',
    scope: 'read_write',
    user_id: state,
    return_url: back.href,
    callback_url: callbackUrl,
  });
  return `${siteUrl.replace(/\/+$/, '')}/wc-auth/v1/authorize?${query.toString()}`;
}

const wireGrant = z.object({
  user_id: z.union([z.string().min(1), z.int().transform(String)]),
  consumer_key: z.string().startsWith('ck_'),
  consumer_secret: z.string().startsWith('cs_'),
  key_permissions: z.literal('read_write', { error: 'Must be read_write: without it no coupon can be made.' }),
});

/** Reads what the store posted. The key has to be tried before it is kept: anybody may post who knows the state. */
export function parseKeyGrant(body: Uint8Array): Result<GrantedKey, WooCommerceRejection> {
  const value = parseJson(body);
  if (value === null) return fail({ code: 'woocommerce.not_json', path: '', message: 'The body is no JSON object.' });
  const read = wireGrant.safeParse(value);
  if (!read.success) return fail(toRejection('woocommerce.invalid', read.error));
  const { user_id: state, consumer_key: key, consumer_secret: secret } = read.data;
  return ok({ state, key, secret });
}
