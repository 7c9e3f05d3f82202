import type { RewardTerms } from '@regulars/core/referrals';
import { formatMoney, type CurrencyCode, type Instant } from '@regulars/core/shared';

/** What a code is worth, in a few words of the reader's language: `10%`, `€5.00`. */
export function discountWords(terms: RewardTerms, currency: CurrencyCode, locale: string): string {
  if (terms.kind === 'fixed') return formatMoney({ amountMinor: terms.amountMinor, currency }, locale);
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(terms.percent / 100);
}

/** A day as people of that locale write it in full, in the store's time zone. */
export function dayWords(instant: Instant, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(instant);
}
