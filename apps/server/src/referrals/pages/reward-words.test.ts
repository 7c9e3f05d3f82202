import type { RewardTerms } from '@regulars/core/referrals';
import type { CurrencyCode } from '@regulars/core/shared';
import { expect, test } from 'vitest';
import { rewardWords } from './reward-words.ts';

const eur = 'EUR' as CurrencyCode;
const days = { validDays: 30 };

test.for<[RewardTerms, string, string]>([
  [{ kind: 'percent', percent: 10, ...days }, '10% off your first order', '10% korting op je volgende bestelling'],
  [
    { kind: 'fixed', amountMinor: 500, ...days },
    '€5.00 off your first order',
    '€ 5,00 korting op je volgende bestelling',
  ],
  [
    { kind: 'percent', percent: 10, productExternalIds: ['7'], ...days },
    '10% off selected products in your first order',
    '10% korting op een selectie producten in je volgende bestelling',
  ],
  [
    { kind: 'freeShipping', ...days },
    'free shipping for your first order',
    'gratis verzending van je volgende bestelling',
  ],
  [
    { kind: 'freeGift', productExternalId: '7', productName: 'Mug', ...days },
    'Mug as a gift with your first order',
    'Mug cadeau bij je volgende bestelling',
  ],
])('%o is said in both languages', ([terms, english, dutch]) => {
  expect(rewardWords(terms, eur, 'en', 'first')).toBe(english);
  expect(rewardWords(terms, eur, 'nl', 'next').replaceAll('\u00a0', ' ')).toBe(dutch);
});
