/**
 * A store's postal address as the footer of a mail says it: after the store's name, and so without that name where the
 * address begins with it, as on an envelope.
 *
 * @param postalAddress in one or several lines
 * @example toFooterAddress('Kade Koffie, Havenkade 14', 'Kade Koffie') // 'Havenkade 14'
 */
export function toFooterAddress(postalAddress: string, storeName: string): string {
  if (!postalAddress.toLowerCase().startsWith(storeName.toLowerCase())) return postalAddress;
  // Only a name that ends there: "Kade" is not the beginning of "Kadestraat 1".
  return /^\s*[,·|\n]\s*(?<rest>\S.*)$/s.exec(postalAddress.slice(storeName.length))?.groups?.['rest'] ?? postalAddress;
}
