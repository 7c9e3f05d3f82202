import type { Language } from '@regulars/core/shared';
import { unsubscribeTexts, type UnsubscribeView } from './unsubscribe-texts.ts';

/** A page that says what will stop, with one button. It works without scripts and asks for nothing. */
export function unsubscribePage(
  view: UnsubscribeView,
  { language, storeName }: { readonly language: Language; readonly storeName: string },
): string {
  const { title, text, button } = unsubscribeTexts(language, view);
  const fill = (words: string) => escapeHtml(words.replaceAll('{store}', storeName));
  const action = view === 'unsubscribed' ? 'resubscribe' : 'unsubscribe';
  const form =
    button === null
      ? ''
      : `<form method="post"><button name="action" value="${action}">${fill(button)}</button></form>`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${fill(title)}</title>
<style>
:root { color-scheme: light dark; font: 17px/1.55 system-ui, sans-serif; }
body { max-width: 34rem; margin: 16vh auto 0; padding: 0 1.5rem; color: #242424; background: #fff; }
h1 { font-size: 1.5rem; line-height: 1.25; }
button { margin-top: .75rem; padding: .7rem 1.4rem; border: 0; border-radius: .5rem; font: inherit; color: #fff; background: #24524a; cursor: pointer; }
button:focus-visible { outline: 3px solid #8ab4f8; outline-offset: 2px; }
@media (prefers-color-scheme: dark) { body { color: #ececec; background: #1c1c1e; } button { background: #3d8274; } }
</style>
</head>
<body>
<main>
<h1>${fill(title)}</h1>
<p>${fill(text)}</p>
${form}
</main>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (each) => `&#${each.charCodeAt(0)};`);
}
