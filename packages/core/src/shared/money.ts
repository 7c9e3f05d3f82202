import { exponentOf, type CurrencyCode } from './currency.ts';

/** An exact amount: whole minor units of its currency (cents for EUR, yen for JPY, fils for KWD). */
export interface Money {
  readonly amountMinor: number;
  readonly currency: CurrencyCode;
}

/**
 * The amount as a plain decimal with exactly the currency's number of decimals.
 *
 * @example
 * ```ts
 * toDecimal({ amountMinor: -1990, currency: parseCurrency('EUR')! }); // '-19.90'
 * ```
 */
export function toDecimal({ amountMinor, currency }: Money): string {
  const exponent = exponentOf(currency);
  const digits = String(Math.abs(amountMinor)).padStart(exponent + 1, '0');
  const cut = digits.length - exponent;
  const sign = amountMinor < 0 ? '-' : '';
  return sign + (exponent === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`);
}
