import { exponentOf } from './currency.ts';
import { toDecimal, type Money } from './money.ts';

/**
 * The amount as a person in that locale would write it, with the decimals of ISO 4217.
 *
 * @param locale BCP 47; platforms' `nl_NL` is understood too, and what is no locale at all falls back to English.
 * @example
 * ```ts
 * formatMoney({ amountMinor: 1990, currency: parseCurrency('EUR')! }, 'nl-NL'); // '€ 19,90'
 * ```
 */
export function formatMoney(money: Money, locale: string): string {
  const exponent = exponentOf(money.currency);
  const format = new Intl.NumberFormat(toLocale(locale), {
    style: 'currency',
    currency: money.currency,
    minimumFractionDigits: exponent,
    maximumFractionDigits: exponent,
  });
  // A decimal string is formatted exactly; a number would pass through a binary fraction.
  return format.format(toDecimal(money) as `${number}`);
}

function toLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}
