import type { Language } from '@regulars/core/shared';

/** What a template may read, filled once with much and once with nothing. For previews and for trying a template out. */
export const exampleVariables = [
  {
    customer: { first_name: 'Ada' },
    store: { name: 'Blue Bottle', url: 'https://shop.example', postal_address: 'Harbour 1, 1011 AB Amsterdam' },
    sender: { name: 'Anna', role: 'Owner' },
    order: { number: '1042', products: ['Ethiopia Sidamo, 250 g', 'Hand grinder'] },
    cart: { url: 'https://shop.example/cart/1042', products: ['Ethiopia Sidamo, 250 g'] },
    check_in: {
      great_url: 'https://mail.example/a/example?answer=great',
      question_url: 'https://mail.example/a/example?answer=question',
      problem_url: 'https://mail.example/a/example?answer=problem',
    },
    referral: { link: 'https://shop.example/r/ada' },
    reward: { code: 'THANKS-7K2P', description: '10% off your next order', expires_on: '31 January' },
    unsubscribe: { url: 'https://mail.example/u/example' },
  },
  {
    customer: {},
    store: { name: 'Blue Bottle', url: '' },
    sender: { name: 'Anna', role: '' },
    order: {},
    cart: {},
    check_in: {},
    referral: {},
    reward: {},
    unsubscribe: {},
  },
] as const;

/** The words of an example that are in a language of their own. */
export const exampleRewards: Readonly<Record<Language, { readonly description: string; readonly expires_on: string }>> =
  {
    en: { description: '10% off your next order', expires_on: 'January 31' },
    nl: { description: '10% korting op je volgende bestelling', expires_on: '31 januari' },
    de: { description: '10\u00a0% Rabatt auf Ihre nächste Bestellung', expires_on: '31. Januar' },
  };
