import type { Answer } from '../upstream/fault.ts';
import type { ReceivedRequest } from '../upstream/http-upstream.ts';
import { toOAuthSignature } from './oauth-signature.ts';
import { restError } from './rest-answer.ts';

export interface StoreKey {
  readonly key: string;
  readonly secret: string;
  readonly permission: 'read' | 'read_write';
}

const toleranceS = 15 * 60;

/**
 * Checks a request over plain http as WooCommerce does, where Basic does not count and OAuth 1.0a does.
 *
 * @param seenNonces - remembers what was used; each serves once.
 * @returns the refusal, or null when the request may go on.
 */
export function authenticate(
  request: ReceivedRequest,
  url: string,
  storeKey: StoreKey,
  seenNonces: Set<string>,
  nowS: number,
): Answer | null {
  const query = new Map(request.query);
  const given = (name: string): string => query.get(name) ?? '';
  // No key, a Basic header over http and an unknown key all look alike.
  if (given('oauth_consumer_key') === '')
    return restError(401, 'woocommerce_rest_cannot_view', 'Sorry, you cannot list resources.');
  if (given('oauth_consumer_key') !== storeKey.key) return refuse('Consumer key is invalid.');
  if (given('oauth_signature_method') !== 'HMAC-SHA256')
    return refuse('Invalid signature - signature method is invalid.');
  if (given('oauth_signature') !== toOAuthSignature(request, url, storeKey.secret))
    return refuse('Invalid signature - provided signature does not match.');
  if (!(Math.abs(Number(given('oauth_timestamp')) - nowS) <= toleranceS)) return refuse('Invalid timestamp.');
  if (seenNonces.has(given('oauth_nonce'))) return refuse('Invalid nonce - nonce has already been used.');
  seenNonces.add(given('oauth_nonce'));
  const isWrite = request.method !== 'GET' && request.method !== 'HEAD';
  // 401 and not 403: the key is right, and WooCommerce says so only in words.
  if (isWrite && storeKey.permission === 'read') return refuse('The API key provided does not have write permissions.');
  return null;
}

function refuse(message: string): Answer {
  return restError(401, 'woocommerce_rest_authentication_error', message);
}
