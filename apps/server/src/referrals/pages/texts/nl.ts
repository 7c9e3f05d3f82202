import type { PageTexts } from '../page-texts.ts';
import { toSentence } from './to-sentence.ts';

export const textsInDutch: PageTexts = {
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
