import { exponentOf, type CurrencyCode } from './currency.ts';

const plainDecimal = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * Reads a decimal string as whole minor units, digit by digit: binary fractions never touch money.
 * Decimals beyond the currency's are rounded half away from zero.
 *
 * @returns null for anything that is no plain decimal (signs other than one leading `-`, exponents, separators, blanks)
 * and for amounts that a double cannot hold exactly.
 * @example
 * ```ts
 * parseDecimal('19.90', parseCurrency('EUR')!); // 1990
 * parseDecimal('10.799999999999999', parseCurrency('EUR')!); // 1080
 * parseDecimal('1,5', parseCurrency('EUR')!); // null
 * ```
 */
export function parseDecimal(amount: string, currency: CurrencyCode): number | null {
  const match = plainDecimal.exec(amount);
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  const exponent = exponentOf(currency);
  const kept = Number(whole + fraction.slice(0, exponent).padEnd(exponent, '0'));
  const isRoundedUp = fraction.charAt(exponent) >= '5';
  const magnitude = kept + (isRoundedUp ? 1 : 0);
  if (!Number.isSafeInteger(magnitude)) return null;
  return sign === '' || magnitude === 0 ? magnitude : -magnitude;
}
