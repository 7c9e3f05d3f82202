/**
 * Of the languages a mail is written in, the one that is wanted: itself, else its language from elsewhere, else the first.
 *
 * @example chooseLocale(['de', 'en', 'nl'], 'nl-BE') // 'nl'
 */
export function chooseLocale(locales: readonly string[], wanted: string): string | undefined {
  const languageOf = (locale: string) => locale.split('-')[0];
  return (
    locales.find((locale) => locale === wanted) ??
    locales.find((locale) => languageOf(locale) === languageOf(wanted)) ??
    locales[0]
  );
}
