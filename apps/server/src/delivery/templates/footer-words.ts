/** What the layout itself says, by language. */
export interface FooterWords {
  /** Why this mail came; the store's name follows. */
  readonly because: string;
  readonly unsubscribe: string;
}

const english: FooterWords = { because: 'You get this mail because you bought something from', unsubscribe: 'Unsubscribe' };
const words: Readonly<Record<string, FooterWords>> = {
  en: english,
  nl: { because: 'Je krijgt deze mail omdat je iets kocht bij', unsubscribe: 'Uitschrijven' },
};

/** The words for a BCP 47 locale, English where there are none. */
export function findFooterWords(locale: string): FooterWords {
  return words[locale.split('-')[0]?.toLowerCase() ?? ''] ?? english;
}
