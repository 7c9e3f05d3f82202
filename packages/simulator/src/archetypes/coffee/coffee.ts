import type { Archetype } from '../archetype.ts';
import { fillCoffeeBasket } from './fill-coffee-basket.ts';
import { coffeeItems } from './items.ts';
import { coffeeInEnglish } from './texts-en.ts';
import { coffeeInDutch } from './texts-nl.ts';

/** A coffee roaster: used up and bought again, by subscription or by habit. */
export const coffee: Archetype = {
  key: 'coffee',
  law: { kind: 'paretoNbd', r: 1.1, alphaDays: 50, s: 0.7, betaDays: 130 },
  season: {
    months: [1.06, 1.02, 1, 0.97, 0.94, 0.88, 0.8, 0.84, 1, 1.06, 1.14, 1.22],
    peaks: [{ from: [12, 8], until: [12, 21], factor: 1.3 }],
  },
  sales: [
    { code: 'SPRING10', percent: 10, from: [3, 20], until: [3, 27] },
    { code: 'HARVEST15', percent: 15, from: [9, 12], until: [9, 19] },
    { code: 'NOVEMBER15', percent: 15, from: [11, 23], until: [11, 30] },
  ],
  shares: {
    alwaysGuest: 0.18,
    discountHunter: 0.1,
    secondInHousehold: 0.06,
    broughtByFriend: 0.2,
    fraud: 0.02,
    cancelledOrder: 0.02,
    fullRefund: 0.012,
    partialRefund: 0.022,
    gift: 0.03,
    giftBeforeChristmas: 0.16,
  },
  subscription: {
    share: 0.16,
    law: { a: 0.9, b: 9 },
    plans: [
      { productId: 'subscription-fortnightly', intervalDays: 14, weight: 1 },
      { productId: 'subscription-monthly', intervalDays: 28, weight: 2 },
    ],
  },
  items: coffeeItems,
  texts: { nl: coffeeInDutch, en: coffeeInEnglish },
  shipping: { homeMinor: 495, abroadMinor: 995, freeFromMinor: 3500 },
  countries: {
    NL: [
      ['NL', 78],
      ['BE', 13],
      ['DE', 9],
    ],
    GB: [
      ['GB', 90],
      ['IE', 10],
    ],
  },
  taxShare: 0.09,
  fillBasket: fillCoffeeBasket,
};
