import { findLanguage, type Language } from '@regulars/core/shared';

/** What the layout and the sender's line say by themselves, by language. */
export interface LetterWords {
  /** Anna *from* the shop. */
  readonly from: string;
  /** Why this mail came; the store's name follows. */
  readonly because: string;
  readonly unsubscribe: string;
}

const words: Readonly<Record<Language, LetterWords>> = {
  en: { from: 'from', because: 'You get this mail because you bought something from', unsubscribe: 'Unsubscribe' },
  nl: { from: 'van', because: 'Je krijgt deze mail omdat je iets kocht bij', unsubscribe: 'Uitschrijven' },
  de: { from: 'von', because: 'Sie bekommen diese Mail nach Ihrem Einkauf bei', unsubscribe: 'Abmelden' },
};

/** The words for a BCP 47 locale, English where there are none. */
export function findLetterWords(locale: string): LetterWords {
  return words[findLanguage(locale) ?? 'en'];
}
