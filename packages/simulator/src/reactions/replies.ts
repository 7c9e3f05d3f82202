import type { ArchetypeKey } from '../simulated-agency.ts';
import type { Language } from '../simulated-customer.ts';
import { repliesInDutch } from './replies-nl.ts';
import { repliesInEnglish } from './replies-en.ts';
import { repliesInGerman } from './replies-de.ts';

/** What somebody wants to say. */
export type Mood = 'thanks' | 'great' | 'question' | 'problem';

/** What people of one language write, by what they bought and what they want to say. */
export type Replies = Readonly<Record<ArchetypeKey, Readonly<Record<Mood, readonly string[]>>>>;

export const replies: Readonly<Record<Language, Replies>> = {
  en: repliesInEnglish,
  nl: repliesInDutch,
  de: repliesInGerman,
};
