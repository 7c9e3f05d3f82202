import { createContext, useContext } from 'react';

import type { Language } from './language.ts';

export interface LanguageChoice {
  readonly language: Language;
  /** From now on, and when one comes back in this browser. */
  readonly onLanguage: (language: Language) => void;
}

const LanguageContext = createContext<LanguageChoice>({ language: 'en', onLanguage: () => {} });

export const LanguageProvider = LanguageContext.Provider;

/** The language of the page, and how to choose another. */
export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext);
}
