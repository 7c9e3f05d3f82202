import type { Language } from '@regulars/core/shared';
import { html, type Page } from '../../foundation/pages/index.ts';
import { unsubscribeTexts, type UnsubscribeView } from './unsubscribe-texts.ts';

/** A page that says what will stop, with one button. It works without scripts and asks for nothing. */
export function unsubscribePage(view: UnsubscribeView, language: Language, shop: string | null): Page {
  const { title, text, button } = unsubscribeTexts(language, view);
  const fill = (words: string) => words.replaceAll('{store}', () => shop ?? '');
  const action = view === 'unsubscribed' ? 'resubscribe' : 'unsubscribe';
  return {
    language,
    title: fill(title),
    shop,
    refreshSeconds: null,
    body: html`<h1>${fill(title)}</h1>
      <p>${fill(text)}</p>
      ${
        button === null
          ? null
          : html`<form method="post"><button class="button" name="action" value="${action}">${button}</button></form>`
      }`,
  };
}
