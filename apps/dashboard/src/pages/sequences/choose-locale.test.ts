import { expect, it } from 'vitest';

import { chooseLocale } from './choose-locale.ts';

it('a mail is shown as it is wanted, else in that language from elsewhere, else in the first it is written in', () => {
  expect(chooseLocale(['de', 'nl', 'nl-BE'], 'nl-BE')).toBe('nl-BE');
  expect(chooseLocale(['de', 'nl'], 'nl-BE')).toBe('nl');
  expect(chooseLocale(['de', 'nl-BE'], 'nl')).toBe('nl-BE');
  expect(chooseLocale(['de', 'nl'], 'fr')).toBe('de');
  expect(chooseLocale([], 'fr')).toBeUndefined();
});
