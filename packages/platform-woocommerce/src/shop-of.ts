import type { WooCommerceConfig } from './config.ts';

/**
 * Which shop an address leads to: with or without `www.`, `https` or a slash at the end it is the same one, while another
 * sub-directory may hold another shop.
 *
 * @example
 * ```ts
 * shopOf({ url: 'http://www.Shop.example/nl/' }); // 'shop.example/nl'
 * ```
 */
export function shopOf({ url }: WooCommerceConfig): string | null {
  if (url === undefined) return null;
  const { host, pathname } = new URL(url);
  return host.replace(/^www\./, '') + pathname.replace(/\/+$/, '');
}
