import { expect, it } from 'vitest';
import { chooseLanguage } from './choose-language.ts';

it.each([
  ['nl-NL,nl;q=0.9,en;q=0.8', 'en', 'nl'],
  ['de-AT, nl;q=0.8', 'en', 'de'],
  ['fr, nl;q=0.8', 'en', 'nl'],
  ['en;q=0.2, nl;q=0.8', 'en', 'nl'],
  ['nl;q=0, fr', 'en', 'en'],
  ['fr,it', 'de_DE', 'de'],
  [undefined, 'nl', 'nl'],
  [';;,q', null, 'en'],
] as const)('a browser that asks for %s in a shop that speaks %s reads %s', (acceptLanguage, storeLocale, language) => {
  expect(chooseLanguage(acceptLanguage, storeLocale)).toBe(language);
});
