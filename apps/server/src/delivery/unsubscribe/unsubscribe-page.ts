/** What the page says: to somebody who is still written to, who is not any more, and whose link is not ours. */
export type UnsubscribeView = 'subscribed' | 'unsubscribed' | 'unknown';

interface Words {
  readonly title: string;
  readonly text: string;
  readonly button: string | null;
}

const english: Readonly<Record<UnsubscribeView, Words>> = {
  subscribed: {
    title: 'No more letters from {store}?',
    text: 'You will get no more tips, questions and offers from {store}. Mail about your orders still comes, so that nothing gets lost.',
    button: 'Unsubscribe',
  },
  unsubscribed: {
    title: 'You are unsubscribed',
    text: '{store} sends you no more letters, from this moment. Was that a slip? You can take it back.',
    button: 'Subscribe again',
  },
  unknown: {
    title: 'This link is not complete',
    text: 'It may have been cut off. Open it once more from the mail, or simply reply to the mail and say that you want no more.',
    button: null,
  },
};
const dutch: Readonly<Record<UnsubscribeView, Words>> = {
  subscribed: {
    title: 'Geen post meer van {store}?',
    text: 'Je krijgt dan geen tips, vragen en aanbiedingen meer van {store}. Mail over je bestellingen komt nog wel, zodat je niets mist.',
    button: 'Uitschrijven',
  },
  unsubscribed: {
    title: 'Je bent uitgeschreven',
    text: '{store} stuurt je vanaf nu geen post meer. Was het een vergissing? Dan draai je het zo terug.',
    button: 'Weer inschrijven',
  },
  unknown: {
    title: 'Deze link klopt niet helemaal',
    text: 'Misschien is hij afgebroken. Open hem nog eens vanuit de mail, of antwoord op de mail dat je niets meer wilt ontvangen.',
    button: null,
  },
};

/** A page that says what will stop, with one button. It works without scripts and asks for nothing. */
export function unsubscribePage(
  view: UnsubscribeView,
  { locale, storeName }: { readonly locale: string; readonly storeName: string },
): string {
  const isDutch = locale.toLowerCase().startsWith('nl');
  const { title, text, button } = (isDutch ? dutch : english)[view];
  const fill = (words: string) => escapeHtml(words.replaceAll('{store}', storeName));
  const action = view === 'unsubscribed' ? 'resubscribe' : 'unsubscribe';
  const form =
    button === null
      ? ''
      : `<form method="post"><button name="action" value="${action}">${fill(button)}</button></form>`;
  return `<!doctype html>
<html lang="${isDutch ? 'nl' : 'en'}">
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
