import type { CheckInAnswer } from '@regulars/core/messaging';
import type { Language } from '@regulars/core/shared';
import { checkInInGerman } from './texts/de.ts';
import { checkInInEnglish } from './texts/en.ts';
import { checkInInDutch } from './texts/nl.ts';

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

const texts: Readonly<Record<Language, CheckInTexts>> = {
  en: checkInInEnglish,
  nl: checkInInDutch,
  de: checkInInGerman,
};

/** What the answer page says in that language. */
export function checkInTexts(language: Language): CheckInTexts {
  return texts[language];
}
