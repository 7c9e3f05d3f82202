import type { CheckInTexts } from '../check-in-texts.ts';

export const checkInInDutch: CheckInTexts = {
  question: 'Hoe bevalt het?',
  before: 'Eerder antwoordde je:',
  optional: '(hoeft niet)',
  rather: 'Of toch:',
  change: 'Wijzigen of iets toevoegen',
  add: 'Wil je nog iets kwijt?',
  addNow: 'Voeg dit toe',
  reads: (sender) => `${sender} leest elk antwoord.`,
  answers: {
    great: {
      choice: 'Het bevalt goed',
      ask: 'Wat bevalt je eraan?',
      send: 'Ja, het bevalt goed',
      thanks: { title: 'Fijn om te horen', text: (sender) => `Dank je wel. ${sender} zal dit graag lezen.` },
    },
    question: {
      choice: 'Ik heb een vraag',
      ask: 'Wat wil je weten?',
      send: 'Verstuur mijn vraag',
      thanks: {
        title: 'Je vraag is binnen',
        text: (sender) => `${sender} schrijft je terug. Je hoeft verder niets te doen.`,
      },
    },
    problem: {
      choice: 'Er is iets mis',
      ask: 'Wat is er mis?',
      send: 'Ja, er is iets mis',
      thanks: {
        title: 'Goed dat je het zegt',
        text: (sender) => `Zo hoort het niet te zijn. ${sender} schrijft je terug en zoekt met je naar een oplossing.`,
      },
    },
  },
  unknown: {
    title: 'Deze link werkt niet meer',
    text: 'Misschien is hij afgebroken, of is de mail al wat ouder. Beantwoord gewoon de mail: die komt altijd bij een mens terecht.',
  },
};
