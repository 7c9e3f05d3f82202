import { describe, expect, it } from 'vitest';

import { en } from './en.ts';
import { nl } from './nl.ts';

/** `customers.whyNot.too_old`: the type does not see into the tables by code, so that their keys are compared here. */
function listKeys(value: unknown, path: readonly string[] = []): readonly string[] {
  if (typeof value !== 'object' || value === null) return [`${path.join('.')}: ${typeof value}`];
  return Object.entries(value).flatMap(([key, inner]) => listKeys(inner, [...path, key]));
}

describe('the messages', () => {
  it('say in Dutch all that they say in English, and nothing else', () => {
    expect(listKeys(nl).toSorted()).toEqual(listKeys(en).toSorted());
  });

  it('are never empty', () => {
    for (const messages of [en, nl]) expect(JSON.stringify(messages)).not.toContain('""');
  });
});
