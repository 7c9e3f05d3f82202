import type { Language } from '@regulars/core/shared';

/** What the page says: to somebody who is still written to, who is not any more, and whose link is not ours. */
export type UnsubscribeView = 'subscribed' | 'unsubscribed' | 'unknown';

/** `{store}` stands for the store's name. */
interface Words {
  readonly title: string;
  readonly text: string;
  readonly button: string | null;
}

type Texts = Readonly<Record<UnsubscribeView, Words>>;

const english: Texts = {
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

const dutch: Texts = {
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

const german: Texts = {
  subscribed: {
    title: 'Keine Post mehr von {store}?',
    text: 'Sie bekommen dann keine Tipps, Fragen und Angebote mehr von {store}. Mails zu Ihren Bestellungen kommen weiterhin, damit nichts verloren geht.',
    button: 'Abmelden',
  },
  unsubscribed: {
    title: 'Sie sind abgemeldet',
    text: '{store} schickt Ihnen ab sofort keine Post mehr. War es ein Versehen? Sie können es rückgängig machen.',
    button: 'Wieder anmelden',
  },
  unknown: {
    title: 'Dieser Link ist nicht vollständig',
    text: 'Vielleicht wurde er abgeschnitten. Öffnen Sie ihn noch einmal aus der Mail, oder antworten Sie auf die Mail, dass Sie nichts mehr bekommen möchten.',
    button: null,
  },
};

const texts: Readonly<Record<Language, Texts>> = { en: english, nl: dutch, de: german };

/** What the page says in that language, to whoever sees it. */
export function unsubscribeTexts(language: Language, view: UnsubscribeView): Words {
  return texts[language][view];
}
