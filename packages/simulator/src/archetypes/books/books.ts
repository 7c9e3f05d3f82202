import type { Archetype } from '../archetype.ts';
import { fillBookBasket } from './fill-book-basket.ts';
import { bookItems } from './items.ts';
import { booksInEnglish } from './texts-en.ts';
import { booksInDutch } from './texts-nl.ts';

/** A publisher: series read in order, on paper or as downloads, and a ladder from book to course to coaching. */
export const books: Archetype = {
  key: 'books',
  law: { kind: 'paretoNbd', r: 0.8, alphaDays: 75, s: 0.6, betaDays: 110 },
  season: {
    months: [1.1, 0.94, 0.92, 0.92, 0.9, 0.94, 1.02, 0.96, 1.04, 1.06, 1.14, 1.3],
    peaks: [{ from: [12, 1], until: [12, 20], factor: 1.45 }],
  },
  sales: [
    { code: 'BOOKDAY10', percent: 10, from: [4, 20], until: [4, 26] },
    { code: 'SUMMERREADS', percent: 20, from: [7, 5], until: [7, 14] },
    { code: 'LONGNIGHTS15', percent: 15, from: [11, 22], until: [11, 30] },
  ],
  shares: {
    alwaysGuest: 0.24,
    discountHunter: 0.12,
    secondInHousehold: 0.05,
    broughtByFriend: 0.18,
    fraud: 0.02,
    cancelledOrder: 0.018,
    fullRefund: 0.016,
    partialRefund: 0.012,
    gift: 0.05,
    giftBeforeChristmas: 0.28,
  },
  subscription: null,
  items: bookItems,
  texts: { en: booksInEnglish, nl: booksInDutch },
  shipping: { homeMinor: 395, abroadMinor: 795, freeFromMinor: 4500 },
  countries: {
    IE: [
      ['IE', 46],
      ['GB', 36],
      ['NL', 9],
      ['DE', 9],
    ],
    BE: [
      ['BE', 52],
      ['NL', 44],
      ['DE', 4],
    ],
  },
  taxShare: 0.09,
  fillBasket: fillBookBasket,
};
