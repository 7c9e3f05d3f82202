import { useMemo, useState, type ReactNode } from 'react';

import { FormatsProvider } from '../formats/formats-context.ts';
import { createFormats } from '../formats/formats.ts';
import type { Messages } from './en.ts';
import { LanguageProvider } from './language-context.ts';
import { loadMessages, rememberLanguage, toLocale, type Language } from './language.ts';
import { MessagesProvider } from './messages-context.ts';

export interface SpokenLanguage {
  readonly language: Language;
  readonly messages: Messages;
}

/** Words and formats for all that stands inside, in the viewer's language, which can be changed on the way. */
export function Spoken({ initial, children }: { readonly initial: SpokenLanguage; readonly children: ReactNode }) {
  const [{ language, messages }, setSpoken] = useState(initial);
  const formats = useMemo(() => createFormats(toLocale(language, navigator.languages)), [language]);
  const choice = useMemo(
    () => ({
      language,
      onLanguage: (chosen: Language) => {
        const change = async () => {
          const spoken = await speak(chosen);
          rememberLanguage(chosen);
          setSpoken(spoken);
        };
        void change();
      },
    }),
    [language],
  );
  return (
    <LanguageProvider value={choice}>
      <MessagesProvider value={messages}>
        <FormatsProvider value={formats}>{children}</FormatsProvider>
      </MessagesProvider>
    </LanguageProvider>
  );
}

/** Gets the words of a language, and tells the browser what the page is written in. */
export async function speak(language: Language): Promise<SpokenLanguage> {
  const messages = await loadMessages(language);
  document.documentElement.lang = language;
  return { language, messages };
}
