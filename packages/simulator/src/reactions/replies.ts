import type { ArchetypeKey } from '../simulated-agency.ts';
import type { Language } from '../simulated-customer.ts';
import { repliesInEnglish } from './replies-en.ts';
import { repliesInDutch } from './replies-nl.ts';
import { repliesInGerman } from './replies-de.ts';

/** What somebody wants to say. */
export type Mood = 'thanks' | 'great' | 'question' | 'problem';

/** What it is about; `any` fits whatever they bought. */
type Topic = 'any' | 'beans' | 'knives' | 'paper' | 'ebooks';

type Sayings = { readonly any: readonly string[] } & Readonly<Partial<Record<Topic, readonly string[]>>>;

/** What people of one language write, by what the store sells, what they want to say, and what it is about. */
export type Replies = Readonly<Record<ArchetypeKey, Readonly<Record<Mood, Sayings>>>>;

const replies: Readonly<Record<Language, Replies>> = {
  en: repliesInEnglish,
  nl: repliesInDutch,
  de: repliesInGerman,
};

/** Catalogue categories of which people have something particular to say. */
const topics: Readonly<Record<string, Topic>> = {
  beans: 'beans',
  subscription: 'beans',
  knives: 'knives',
  novels: 'paper',
  poetry: 'paper',
  guides: 'paper',
  ebooks: 'ebooks',
};

/** Everything somebody might write; of a product of no known category what fits any. */
export function sayingsFor(
  language: Language,
  archetype: ArchetypeKey,
  mood: Mood,
  category: string | null,
): readonly string[] {
  const sayings = replies[language][archetype][mood];
  const topic = topics[category ?? ''] ?? 'any';
  return topic === 'any' ? sayings.any : [...(sayings[topic] ?? []), ...sayings.any];
}
