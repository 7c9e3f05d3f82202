import type { Store } from '../../stores/door.ts';

/**
 * What a template may read of the store. The footer names the store before its address: an address that begins with the
 * name again, as on an envelope, is told without it.
 */
export function toStoreVariables({ name, url, postalAddress }: Pick<Store, 'name' | 'url' | 'postalAddress'>) {
  return { name, url: url ?? '', postal_address: withoutName(postalAddress ?? '', name) };
}

function withoutName(address: string, name: string): string {
  if (!address.toLowerCase().startsWith(name.toLowerCase())) return address;
  // Only a name that ends there: "Kade" is not the beginning of "Kadestraat 1".
  return /^\s*[,·|\n]\s*(?<rest>\S.*)$/s.exec(address.slice(name.length))?.groups?.['rest'] ?? address;
}
