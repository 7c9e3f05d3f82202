import type { RewardTerms } from '@regulars/core/referrals';
import { type CurrencyCode, formatMoney, type Instant, type Language } from '@regulars/core/shared';

/** The order a code is meant for. */
export type Occasion = 'first' | 'next';

interface Wording {
  /** What the phrases say of the order, in the form they need: a whole phrase, or the stem of an adjective. */
  readonly order: Readonly<Record<Occasion, string>>;
  off(discount: string, order: string): string;
  offSome(discount: string, order: string): string;
  shipping(order: string): string;
  gift(product: string, order: string): string;
}

const wordings: Readonly<Record<Language, Wording>> = {
  en: {
    order: { first: 'your first order', next: 'your next order' },
    off: (discount, order) => `${discount} off ${order}`,
    offSome: (discount, order) => `${discount} off selected products in ${order}`,
    shipping: (order) => `free shipping for ${order}`,
    gift: (product, order) => `${product} as a gift with ${order}`,
  },
  nl: {
    order: { first: 'je eerste bestelling', next: 'je volgende bestelling' },
    off: (discount, order) => `${discount} korting op ${order}`,
    offSome: (discount, order) => `${discount} korting op een selectie producten in ${order}`,
    shipping: (order) => `gratis verzending van ${order}`,
    gift: (product, order) => `${product} cadeau bij ${order}`,
  },
  de: {
    order: { first: 'erst', next: 'nächst' },
    off: (discount, order) => `${discount} Rabatt auf Ihre ${order}e Bestellung`,
    offSome: (discount, order) => `${discount} Rabatt auf ausgewählte Produkte bei Ihrer ${order}en Bestellung`,
    shipping: (order) => `Gratisversand für Ihre ${order}e Bestellung`,
    gift: (product, order) => `${product} als Geschenk zu Ihrer ${order}en Bestellung`,
  },
};

/**
 * What a code is worth, in words that go on within a sentence.
 *
 * @example
 * ```ts
 * rewardWords({ kind: 'freeShipping', validDays: 30 }, currency, 'en', 'next'); // 'free shipping for your next order'
 * ```
 */
export function rewardWords(
  terms: RewardTerms,
  currency: CurrencyCode,
  language: Language,
  occasion: Occasion,
): string {
  const wording = wordings[language];
  const order = wording.order[occasion];
  if (terms.kind === 'freeShipping') return wording.shipping(order);
  if (terms.kind === 'freeGift') return wording.gift(terms.productName, order);
  const discount =
    terms.kind === 'fixed'
      ? formatMoney({ amountMinor: terms.amountMinor, currency }, language)
      : new Intl.NumberFormat(language, { style: 'percent' }).format(terms.percent / 100);
  return terms.productExternalIds === undefined ? wording.off(discount, order) : wording.offSome(discount, order);
}

/** A day as people of that locale write it in full, in the store's time zone. */
export function dayWords(instant: Instant, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(instant);
}
