import type { PageLanguage } from '../../foundation/pages/index.ts';

/** Everything the pages say. `advocate` is a first name, or null when the store does not know it. */
export interface PageTexts {
  invitation(advocate: string | null, shop: string): string;
  /** `reward` goes on within a sentence, such as `10% off your first order`. */
  offer(reward: string): string;
  emailLabel: string;
  emailWrong: string;
  consent(shop: string): string;
  claim: string;
  conditions(days: number, minimum: string | null): string;
  privacy(advocate: string | null): string;
  toShop(shop: string): string;
  waiting: { readonly title: string; readonly text: string };
  delayed: { readonly title: string; readonly text: string };
  ready: { readonly title: string; text(reward: string, until: string): string; readonly bound: string };
  copy: string;
  copied: string;
  used: { readonly title: string; readonly text: string };
  ended: { readonly title: string; readonly text: string };
  ownLink: { readonly title: string; readonly text: string };
  noCode: { readonly title: string; text(shop: string): string };
  busy: { readonly title: string; readonly text: string };
  paused: { title(shop: string): string; readonly text: string };
  unknown: { readonly title: string; readonly text: string };
}

const english: PageTexts = {
  invitation: (advocate, shop) => `${advocate ?? 'A friend'} thinks you’ll like ${shop}`,
  offer: (reward) => `So here is ${reward}. Tell us where to find you and the code is yours.`,
  emailLabel: 'Your e-mail address',
  emailWrong: 'That doesn’t look like an e-mail address yet. It should read like name@example.com.',
  consent: (shop) => `${shop} may also write to me now and then. I can stop that at any time.`,
  claim: 'Get my code',
  conditions: (days, minimum) =>
    `For one order, within ${days} ${days === 1 ? 'day' : 'days'}${minimum === null ? '' : `, from ${minimum}`}.`,
  privacy: (advocate) =>
    `Your address makes the code yours, and lets us thank ${advocate ?? 'your friend'} if you order.`,
  toShop: (shop) => `Go to ${shop}`,
  waiting: {
    title: 'Your code is being made',
    text: 'It takes a few seconds. This page looks by itself; there is nothing to do.',
  },
  delayed: {
    title: 'Your code takes longer than it should',
    text: 'Something is in the way on our side. Your claim is safe: keep the address of this page and look in again later.',
  },
  ready: {
    title: 'Here is your code',
    text: (reward, until) => `${toSentence(reward)}, until ${until}.`,
    bound: 'Order with the e-mail address you gave; the code goes with it.',
  },
  copy: 'Copy the code',
  copied: 'Copied',
  used: {
    title: 'Your code has done its work',
    text: 'It was used for an order, and a code works once. Good to have you with us.',
  },
  ended: {
    title: 'This code is no longer valid',
    text: 'Its time has run out, or the invitation behind it was withdrawn.',
  },
  ownLink: {
    title: 'This is your own link',
    text: 'It is meant for your friends: when one of them orders for the first time, you are thanked as well. Send it on with a few words of your own.',
  },
  noCode: {
    title: 'There is no code for this address',
    text: (shop) =>
      `This welcome is for a first visit to ${shop}, once per person. What we know of an address we tell nobody here, so this page does not say more.`,
  },
  busy: {
    title: 'This link has been busy today',
    text: 'More people than usual have followed it. Open it again tomorrow, and it will work.',
  },
  paused: {
    title: (shop) => `${shop} isn’t giving out codes right now`,
    text: 'The invitation is taking a rest. Try the same link again in a while.',
  },
  unknown: {
    title: 'This link leads nowhere',
    text: 'Perhaps a piece of it got lost on the way. Ask whoever sent it for the whole address.',
  },
};

const dutch: PageTexts = {
  invitation: (advocate, shop) => `${advocate ?? 'Een vriend'} denkt dat ${shop} iets voor jou is`,
  offer: (reward) => `Daarom krijg je ${reward}. Vertel ons waar we je vinden, en de code is van jou.`,
  emailLabel: 'Je e-mailadres',
  emailWrong: 'Dit lijkt nog geen e-mailadres. Het ziet eruit als naam@example.com.',
  consent: (shop) => `${shop} mag me af en toe ook schrijven. Ik kan dat altijd weer stoppen.`,
  claim: 'Geef mij de code',
  conditions: (days, minimum) =>
    `Voor één bestelling, binnen ${days} ${days === 1 ? 'dag' : 'dagen'}${minimum === null ? '' : `, vanaf ${minimum}`}.`,
  privacy: (advocate) =>
    `Met je adres maken we de code van jou, en bedanken we ${advocate ?? 'je vriend'} als je bestelt.`,
  toShop: (shop) => `Naar ${shop}`,
  waiting: {
    title: 'We maken je code',
    text: 'Dat duurt een paar tellen. Deze pagina kijkt zelf; je hoeft niets te doen.',
  },
  delayed: {
    title: 'Je code laat langer op zich wachten dan zou moeten',
    text: 'Er zit iets dwars aan onze kant. Je aanvraag is veilig: bewaar het adres van deze pagina en kijk later nog eens.',
  },
  ready: {
    title: 'Hier is je code',
    text: (reward, until) => `${toSentence(reward)}, tot en met ${until}.`,
    bound: 'Bestel met het e-mailadres dat je opgaf; daar hoort de code bij.',
  },
  copy: 'Kopieer de code',
  copied: 'Gekopieerd',
  used: {
    title: 'Je code heeft zijn werk gedaan',
    text: 'Hij is gebruikt voor een bestelling, en een code werkt één keer. Fijn dat je er bent.',
  },
  ended: { title: 'Deze code is niet meer geldig', text: 'De tijd is om, of de uitnodiging erachter is ingetrokken.' },
  ownLink: {
    title: 'Dit is je eigen link',
    text: 'Hij is voor je vrienden: als een van hen voor het eerst bestelt, word jij ook bedankt. Stuur hem door met een paar woorden van jezelf.',
  },
  noCode: {
    title: 'Voor dit adres is er geen code',
    text: (shop) =>
      `Dit welkom is voor een eerste kennismaking met ${shop}, één keer per persoon. Wat we van een adres weten vertellen we hier aan niemand; daarom zegt deze pagina niet meer.`,
  },
  busy: {
    title: 'Deze link had het vandaag druk',
    text: 'Er kwamen meer mensen op af dan anders. Open hem morgen nog eens, dan werkt hij weer.',
  },
  paused: {
    title: (shop) => `${shop} geeft nu even geen codes`,
    text: 'De uitnodiging neemt rust. Probeer dezelfde link later nog eens.',
  },
  unknown: {
    title: 'Deze link leidt nergens heen',
    text: 'Misschien is er onderweg een stukje verloren gegaan. Vraag de afzender om het hele adres.',
  },
};

/** What the pages say in that language. */
export function textsIn(language: PageLanguage): PageTexts {
  return language === 'nl' ? dutch : english;
}

/** With a capital letter at its beginning. */
function toSentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
