import { AdapterError, type AdapterErrorKind, type PlatformAuthorization } from '@regulars/adapter-contracts';
import { settingsSchema, type WooCommerceConfig, type WooCommerceSettings } from './config.ts';
import { parseKeyGrant, toKeyGrantUrl } from './key-grant.ts';

/**
 * The merchant allows it in their own administration; the store makes a key and posts it, and then sends them back.
 *
 * @see https://woocommerce.github.io/woocommerce-rest-api-docs/#authentication-endpoint
 */
export const authorization: PlatformAuthorization<WooCommerceConfig, WooCommerceSettings> = {
  settingsSchema,

  toUrl({ url }, request) {
    if (!request.callbackUrl.startsWith('https://'))
      throw refusal('misconfigured', 'WooCommerce gives a key by https only, and this instance has no such address.');
    return toKeyGrantUrl(url, request);
  },

  parseCallback: parseKeyGrant,

  async complete(settings, { query, state, callback }) {
    if (query['user_id'] !== state || state === '')
      throw refusal('unauthenticated', 'This is no answer of the store to our question. Begin anew.');
    if (query['success'] !== '1') throw refusal('forbidden', 'It was not allowed in the store.');
    if (callback === null) {
      const message = 'The store gave no key: it could not reach this instance. Try again, or make a key by hand.';
      throw refusal('misconfigured', message);
    }
    const granted = parseKeyGrant(callback);
    if (!granted.ok || granted.value.state !== state)
      throw refusal('unauthenticated', 'What the store posted is no key for this question. Begin anew.');
    const { key, secret } = granted.value;
    return { ...settings, key, secret };
  },
};

function refusal(kind: AdapterErrorKind, message: string): AdapterError {
  return new AdapterError(message, { kind, outcome: 'notDone' });
}
