import type { Messages } from './en.ts';

export type Language = 'en' | 'nl';

/** The languages the dashboard speaks, each by its own name. */
export const languages = [
  { value: 'en', name: 'English' },
  { value: 'nl', name: 'Nederlands' },
] as const satisfies readonly { readonly value: Language; readonly name: string }[];

const storageKey = 'regulars.language';

const isLanguage = (value: unknown): value is Language => languages.some((language) => language.value === value);

/**
 * The first of the viewer's languages that the dashboard speaks, else English.
 *
 * @param preferred BCP 47 tags, the dearest first, as in `navigator.languages`
 * @example toLanguage(['fr-BE', 'nl-BE']) // 'nl'
 */
export function toLanguage(preferred: readonly string[]): Language {
  return preferred.map(primaryOf).find(isLanguage) ?? 'en';
}

/**
 * How the viewer writes dates, numbers and money: in the language of the page, with the habits of where they are.
 *
 * @example toLocale('en', ['nl-NL']) // 'en-NL'
 */
export function toLocale(language: Language, preferred: readonly string[]): string {
  const inLanguage = preferred.filter((tag) => primaryOf(tag) === language);
  const region = [...inLanguage, ...preferred].map(regionOf).find((found) => found !== undefined);
  return region === undefined ? language : `${language}-${region}`;
}

function primaryOf(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? '';
}

function regionOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).region;
  } catch {
    return undefined;
  }
}

/** The language chosen in this browser, else the viewer's own. */
export function readLanguage(): Language {
  let chosen: string | null = null;
  try {
    chosen = localStorage.getItem(storageKey);
  } catch {
    // Storage is closed: the browser's languages decide.
  }
  return isLanguage(chosen) ? chosen : toLanguage(navigator.languages);
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Storage is closed: the choice holds until the page is left.
  }
}

/** The words of one language; the others are not sent to the viewer. */
export async function loadMessages(language: Language): Promise<Messages> {
  return language === 'en' ? (await import('./en.ts')).en : (await import('./nl.ts')).nl;
}
