import { AdapterError, type CheckedAccess } from '@regulars/adapter-contracts';
import type { ShopifyClient } from './api/client.ts';
import { readShop } from './operations/shop.ts';

/** What the app has to be allowed, and why. */
export const neededScopes: readonly (readonly [scope: string, purpose: string])[] = [
  ['read_orders', 'to read orders and abandoned checkouts'],
  ['read_customers', 'to read customers and what they consented to'],
  ['read_products', 'to read products'],
  ['write_discounts', 'to make discount codes'],
];

/** Reads who the store is, and names what the app was not allowed. */
export async function checkAccess(client: ShopifyClient): Promise<CheckedAccess> {
  const { data } = await client.call(readShop, {});
  const granted = new Set(data.currentAppInstallation.accessScopes.map(({ handle }) => handle));
  // Who may write may read.
  const has = (scope: string): boolean => granted.has(scope) || granted.has(scope.replace(/^read_/, 'write_'));
  const missing = neededScopes.filter(([scope]) => !has(scope));
  if (missing.length > 0) {
    const list = missing.map(([scope, purpose]) => `${scope} (${purpose})`).join(', ');
    throw new AdapterError(`The app lacks permissions: ${list}. Add them to the app and install it again.`, {
      kind: 'forbidden',
      outcome: 'notDone',
    });
  }
  const warnings = granted.has('read_all_orders')
    ? []
    : ['Without the permission read_all_orders only orders of the last 60 days are seen.'];
  return { storeName: data.shop.name, currency: data.shop.currencyCode, warnings };
}
