import { describe, expect, it } from 'vitest';

import { toLanguage, toLocale } from './language.ts';

describe('the language of the page', () => {
  it('is the first of the viewer’s languages that the dashboard speaks', () => {
    expect(toLanguage(['fr-BE', 'nl-BE', 'en'])).toBe('nl');
    expect(toLanguage(['EN-us', 'nl'])).toBe('en');
  });

  it('is English for a viewer who reads neither', () => {
    expect([toLanguage(['fr']), toLanguage([]), toLanguage(['nlx'])]).toEqual(['en', 'en', 'en']);
  });
});

describe('the locale of dates and numbers', () => {
  it('keeps the viewer’s country when the page speaks another language', () => {
    expect(toLocale('en', ['nl-NL', 'nl'])).toBe('en-NL');
    expect(toLocale('nl', ['fr-FR', 'nl-BE'])).toBe('nl-BE');
  });

  it('does without a country nobody told, and without a tag that is none', () => {
    expect([toLocale('en', ['en']), toLocale('nl', []), toLocale('en', ['not a tag'])]).toEqual(['en', 'nl', 'en']);
  });
});
