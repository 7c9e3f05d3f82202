import type { CheckInAnswer } from '@regulars/core/messaging';
import type { PageLanguage } from '../../foundation/pages/index.ts';

/** What the page says about one answer. */
interface AnswerTexts {
  /** On its button. */
  readonly choice: string;
  /** Above the field for one's own words. */
  readonly ask: string;
  /** On the button that sends it. */
  readonly send: string;
  /** After it was taken; `sender` is a person's name. */
  readonly thanks: { readonly title: string; text(sender: string): string };
}

/** Everything the answer page says. Names of products stand by themselves: no sentence fits them all. */
export interface CheckInTexts {
  readonly question: string;
  readonly before: string;
  readonly optional: string;
  readonly rather: string;
  readonly change: string;
  readonly add: string;
  /** On the button that adds words to an answer that was given. */
  readonly addNow: string;
  reads(sender: string): string;
  readonly answers: Readonly<Record<CheckInAnswer, AnswerTexts>>;
  readonly unknown: { readonly title: string; readonly text: string };
}

const english: CheckInTexts = {
  question: 'How is it going?',
  before: 'You answered before:',
  optional: '(optional)',
  rather: 'Or rather:',
  change: 'Change or add something',
  add: 'Anything to add?',
  addNow: 'Add this',
  reads: (sender) => `${sender} reads every answer.`,
  answers: {
    great: {
      choice: 'It’s great',
      ask: 'What do you like about it?',
      send: 'Yes, it’s great',
      thanks: { title: 'Good to hear', text: (sender) => `Thank you. ${sender} will be glad to read this.` },
    },
    question: {
      choice: 'I have a question',
      ask: 'What would you like to know?',
      send: 'Send my question',
      thanks: {
        title: 'Your question is with us',
        text: (sender) => `${sender} will write back to you. There is nothing else you need to do.`,
      },
    },
    problem: {
      choice: 'Something is wrong',
      ask: 'What is wrong?',
      send: 'Yes, something is wrong',
      thanks: {
        title: 'Thank you for saying so',
        text: (sender) => `That is not how it should be. ${sender} will write back to you and look for a way out.`,
      },
    },
  },
  unknown: {
    title: 'This link no longer works',
    text: 'It may have been cut off, or the mail is an old one. Simply reply to the mail: that reaches a person, always.',
  },
};

const dutch: CheckInTexts = {
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

/** What the answer page says in that language. */
export function checkInTexts(language: PageLanguage): CheckInTexts {
  return language === 'nl' ? dutch : english;
}
