import { toFooterAddress } from '@regulars/core/messaging';
import type { Store } from '../../stores/door.ts';

/** What a template may read of the store; the footer names the store before its address. */
export function toStoreVariables({ name, url, postalAddress }: Pick<Store, 'name' | 'url' | 'postalAddress'>) {
  return { name, url: url ?? '', postal_address: toFooterAddress(postalAddress ?? '', name) };
}
