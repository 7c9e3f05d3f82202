import type { Language } from '@regulars/core/shared';
import { textsInGerman } from './texts/de.ts';
import { textsInEnglish } from './texts/en.ts';
import { textsInDutch } from './texts/nl.ts';

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

const texts: Readonly<Record<Language, PageTexts>> = { en: textsInEnglish, nl: textsInDutch, de: textsInGerman };

/** What the pages say in that language. */
export function textsIn(language: Language): PageTexts {
  return texts[language];
}
