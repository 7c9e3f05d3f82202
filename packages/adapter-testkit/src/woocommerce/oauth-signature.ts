import { createHmac } from 'node:crypto';
import type { ReceivedRequest } from '../upstream/http-upstream.ts';

/**
 * The signature WooCommerce expects of a request over plain http: OAuth 1.0a with one leg, RFC 5849 §3.4.
 *
 * The official client sends each query parameter twice; PHP keeps the last, and so does this.
 */
export function toOAuthSignature(request: ReceivedRequest, url: string, consumerSecret: string): string {
  const parameters = new Map(request.query);
  parameters.delete('oauth_signature');
  const joined = [...parameters]
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  const base = [request.method, encode(url), encode(joined)].join('&');
  return createHmac('sha256', `${encode(consumerSecret)}&`)
    .update(base)
    .digest('base64');
}

/** RFC 3986: unlike `encodeURIComponent`, these five are encoded too. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
