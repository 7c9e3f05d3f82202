/**
 * Headers that name something and prove nothing. Adapters choose which headers are kept; of one we do not know, nobody
 * can tell whether it holds a secret.
 */
const harmless =
  /^(content-type|user-agent|date|(x-[a-z0-9-]*-)?(topic|event|resource|source|shop-domain|api-version|event-id|delivery-id|webhook-id|triggered-at))$/;

/**
 * The headers of a delivery that a person may read: never one that could hold a signature, a cookie or a key.
 *
 * @example
 * ```ts
 * toShownHeaders({ 'x-shop-topic': 'orders/paid', 'x-shop-hmac-sha256': '…' }); // { 'x-shop-topic': 'orders/paid' }
 * ```
 */
export function toShownHeaders(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => harmless.test(name.toLowerCase())));
}
