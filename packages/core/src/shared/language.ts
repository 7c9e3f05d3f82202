/** The languages customers are written to: those of the playbook's letters and of a store's pages. */
export const languages = ['en', 'nl', 'de'] as const;

export type Language = (typeof languages)[number];

/**
 * The language of a tag, if customers are written to in it.
 *
 * @param tag BCP 47, in any case; platforms' `nl_NL` is understood too
 * @returns null for every other language, and for what is no tag at all
 * @example
 * ```ts
 * findLanguage('nl-BE'); // 'nl'
 * findLanguage('fr'); // null
 * ```
 */
export function findLanguage(tag: string): Language | null {
  const [primary] = tag.toLowerCase().split(/[-_]/);
  return languages.find((language) => language === primary) ?? null;
}
