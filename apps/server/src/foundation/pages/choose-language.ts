/** Languages the pages are written in. */
export type PageLanguage = 'en' | 'nl';

/**
 * The language to greet somebody in: the first of theirs that we speak (RFC 9110 §12.5.4), else the store's, else English.
 *
 * @example
 * ```ts
 * chooseLanguage('de, nl;q=0.8', 'en'); // 'nl'
 * ```
 */
export function chooseLanguage(acceptLanguage: string | undefined, storeLocale: string | null): PageLanguage {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().split(';');
      const quality = parameters
        .map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1])
        .find((value) => value !== undefined);
      return { language: toLanguage(tag), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((first, second) => second.quality - first.quality);
  return wanted.find(({ language }) => language !== null)?.language ?? toLanguage(storeLocale ?? '') ?? 'en';
}

function toLanguage(tag: string): PageLanguage | null {
  const [language] = tag.toLowerCase().split(/[-_]/);
  return language === 'en' || language === 'nl' ? language : null;
}
