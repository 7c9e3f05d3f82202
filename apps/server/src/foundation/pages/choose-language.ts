import { findLanguage, type Language } from '@regulars/core/shared';

/**
 * The language to greet somebody in: the first of theirs that we speak (RFC 9110 §12.5.4), else the store's, else English.
 *
 * @param wanted an Accept-Language header, or a single tag such as a letter's; left out where nobody said
 * @example
 * ```ts
 * chooseLanguage('fr, nl;q=0.8', 'en'); // 'nl'
 * ```
 */
export function chooseLanguage(wanted: string | undefined, storeLocale: string | null): Language {
  const spoken = (wanted ?? '')
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().split(';');
      const quality = parameters
        .map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1])
        .find((value) => value !== undefined);
      return { language: findLanguage(tag), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((first, second) => second.quality - first.quality);
  return spoken.find(({ language }) => language !== null)?.language ?? findLanguage(storeLocale ?? '') ?? 'en';
}
