import { expect, test } from 'vitest';
import { archetypes } from '../archetypes/archetypes.ts';
import { sayingsFor } from './replies.ts';

const all = (['en', 'nl', 'de'] as const).flatMap((language) =>
  Object.values(archetypes).flatMap(({ key, items }) =>
    (['thanks', 'great', 'question', 'problem'] as const).flatMap((mood) =>
      [...new Set(items.map(({ category }) => category))].map((category) => ({
        what: `${language} ${key} ${mood} ${category}`,
        sayings: sayingsFor(language, key, mood, category),
      })),
    ),
  ),
);

test('about everything a store sells people have at least two things to say, none of them twice', () => {
  for (const { what, sayings } of all) {
    expect(sayings.length, what).toBeGreaterThanOrEqual(2);
    expect(new Set(sayings).size, what).toBe(sayings.length);
  }
});

test('a question has a question mark', () => {
  for (const { what, sayings } of all.filter(({ what }) => what.includes('question'))) {
    for (const saying of sayings) expect(saying, what).toContain('?');
  }
});
