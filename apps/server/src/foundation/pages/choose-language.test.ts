import { expect, it } from 'vitest';
import { chooseLanguage } from './choose-language.ts';

it.each([
  ['nl-NL,nl;q=0.9,en;q=0.8', 'en', 'nl'],
  ['de, nl;q=0.8', 'en', 'nl'],
  ['en;q=0.2, nl;q=0.8', 'en', 'nl'],
  ['nl;q=0, de', 'en', 'en'],
  ['de,fr', 'nl_NL', 'nl'],
  [undefined, 'nl', 'nl'],
  [';;,q', null, 'en'],
] as const)('a browser that asks for %s in a shop that speaks %s reads %s', (acceptLanguage, storeLocale, language) => {
  expect(chooseLanguage(acceptLanguage, storeLocale)).toBe(language);
});
