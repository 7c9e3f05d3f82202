import type { Language } from '@regulars/core/shared';
import { html, type Page } from '../../foundation/pages/index.ts';

interface Words {
  readonly title: string;
  readonly text: string;
  readonly hint: string;
  readonly open: string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    title: 'This does not belong to this browser',
    text: 'Nobody waits for this answer here: it came too late, was opened in another browser, or is not ours.',
    hint: 'Open Regulars in the browser you began in, go to the store’s connections, and connect again.',
    open: 'Open Regulars',
  },
  nl: {
    title: 'Dit hoort niet bij deze browser',
    text: 'Hier wacht niemand op dit antwoord: het kwam te laat, werd in een andere browser geopend, of is niet van ons.',
    hint: 'Open Regulars in de browser waarin je begon, ga naar de koppelingen van de winkel en koppel opnieuw.',
    open: 'Regulars openen',
  },
  de: {
    title: 'Das gehört nicht zu diesem Browser',
    text: 'Auf diese Antwort wartet hier niemand: Sie kam zu spät, wurde in einem anderen Browser geöffnet oder ist nicht von uns.',
    hint: 'Öffnen Sie Regulars in dem Browser, in dem Sie begonnen haben, gehen Sie zu den Verbindungen des Shops und verbinden Sie ihn noch einmal.',
    open: 'Regulars öffnen',
  },
};

/** For whoever comes back from a platform without having been sent there from this browser. */
export function strayReturnPage(language: Language): Page {
  const { title, text, hint, open } = words[language];
  return {
    language,
    title,
    shop: null,
    body: html`<h1>${title}</h1>
      <p>${text}</p>
      <p>${hint}</p>
      <a class="button" href="/">${open}</a>`,
    refreshSeconds: null,
  };
}
