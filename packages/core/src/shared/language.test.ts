import { expect, test } from 'vitest';
import { findLanguage, languages } from './language.ts';

test.for(languages)('%s is found alone, with a region, in capitals, and as platforms write it', (language) => {
  for (const tag of [language, `${language}-AT`, language.toUpperCase(), `${language}_NL`]) {
    expect(findLanguage(tag)).toBe(language);
  }
});

test.for(['', '*', 'fr', 'english', 'x-en', ';;'])('"%s" is none that customers are written to in', (tag) => {
  expect(findLanguage(tag)).toBeNull();
});
