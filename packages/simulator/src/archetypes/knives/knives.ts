import type { Archetype } from '../archetype.ts';
import { fillKnifeBasket } from './fill-knife-basket.ts';
import { knifeItems } from './items.ts';
import { knivesInGerman } from './texts-de.ts';
import { knivesInEnglish } from './texts-en.ts';

/** A knife shop: much to teach, little to buy again, and presents at the year's end. */
export const knives: Archetype = {
  key: 'knives',
  law: { kind: 'mbgNbd', r: 0.9, alphaDays: 190, a: 0.9, b: 1.5 },
  season: {
    months: [0.86, 0.8, 0.84, 0.9, 0.94, 0.98, 0.86, 0.82, 0.92, 1, 1.3, 1.5],
    peaks: [
      { from: [6, 8], until: [6, 18], factor: 1.4 },
      { from: [11, 20], until: [12, 20], factor: 1.9 },
    ],
  },
  sales: [
    { code: 'SUMMER10', percent: 10, from: [6, 10], until: [6, 17] },
    { code: 'SHARP15', percent: 15, from: [11, 24], until: [11, 30] },
    { code: 'JANUARY20', percent: 20, from: [1, 8], until: [1, 18] },
  ],
  shares: {
    alwaysGuest: 0.34,
    discountHunter: 0.08,
    secondInHousehold: 0.04,
    broughtByFriend: 0.15,
    fraud: 0.02,
    cancelledOrder: 0.025,
    fullRefund: 0.045,
    partialRefund: 0.03,
    gift: 0.09,
    giftBeforeChristmas: 0.48,
  },
  subscription: null,
  items: knifeItems,
  texts: { en: knivesInEnglish, de: knivesInGerman },
  shipping: { homeMinor: 495, abroadMinor: 1495, freeFromMinor: 7500 },
  countries: {
    GB: [
      ['GB', 72],
      ['IE', 8],
      ['NL', 8],
      ['DE', 12],
    ],
    DE: [
      ['DE', 76],
      ['AT', 12],
      ['NL', 12],
    ],
  },
  taxShare: 0.2,
  fillBasket: fillKnifeBasket,
};
