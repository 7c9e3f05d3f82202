import { parseDecimal, type CurrencyCode } from '@regulars/core/shared';

/**
 * Minor units of a decimal string that a schema let through.
 *
 * @throws RangeError when the string did not come through a schema, which bounds its form and size.
 */
export function toMinor(decimal: string, currency: CurrencyCode): number {
  const minor = parseDecimal(decimal, currency);
  if (minor === null) throw new RangeError('An amount passed the schema and is no decimal.');
  return minor;
}

export function sumMinor(decimals: readonly string[], currency: CurrencyCode): number {
  return decimals.reduce((total, decimal) => total + toMinor(decimal, currency), 0);
}
