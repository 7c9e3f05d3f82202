import type { RewardTerms } from '@regulars/core/referrals';
import type { CurrencyCode } from '@regulars/core/shared';
import { expect, test } from 'vitest';
import { rewardWords } from './reward-words.ts';

const eur = 'EUR' as CurrencyCode;
const days = { validDays: 30 };

test.for<[RewardTerms, string, string, string]>([
  [
    { kind: 'percent', percent: 10, ...days },
    '10% off your first order',
    '10% korting op je volgende bestelling',
    '10 % Rabatt auf Ihre nächste Bestellung',
  ],
  [
    { kind: 'fixed', amountMinor: 500, ...days },
    '€5.00 off your first order',
    '€ 5,00 korting op je volgende bestelling',
    '5,00 € Rabatt auf Ihre nächste Bestellung',
  ],
  [
    { kind: 'percent', percent: 10, productExternalIds: ['7'], ...days },
    '10% off selected products in your first order',
    '10% korting op een selectie producten in je volgende bestelling',
    '10 % Rabatt auf ausgewählte Produkte bei Ihrer nächsten Bestellung',
  ],
  [
    { kind: 'freeShipping', ...days },
    'free shipping for your first order',
    'gratis verzending van je volgende bestelling',
    'Gratisversand für Ihre nächste Bestellung',
  ],
  [
    { kind: 'freeGift', productExternalId: '7', productName: 'Mug', ...days },
    'Mug as a gift with your first order',
    'Mug cadeau bij je volgende bestelling',
    'Mug als Geschenk zu Ihrer nächsten Bestellung',
  ],
])('%o is said in every language', ([terms, english, dutch, german]) => {
  expect(rewardWords(terms, eur, 'en', 'first')).toBe(english);
  expect(rewardWords(terms, eur, 'nl', 'next').replaceAll('\u00a0', ' ')).toBe(dutch);
  expect(rewardWords(terms, eur, 'de', 'next').replaceAll('\u00a0', ' ')).toBe(german);
});
