import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { en, type Messages } from './en.ts';
import { nl } from './nl.ts';

/** `customers.whyNot.too_old`: the type does not see into the tables by code, so that their keys are compared here. */
function listKeys(value: unknown, path: readonly string[] = []): readonly string[] {
  if (typeof value !== 'object' || value === null) return [`${path.join('.')}: ${typeof value}`];
  return Object.entries(value).flatMap(([key, inner]) => listKeys(inner, [...path, key]));
}

/** Without what the server says in English itself. */
const withoutServer = ({ problems: _problems, health: { sentences: _sentences, ...health }, ...rest }: Messages) => ({
  health,
  ...rest,
});

describe('the messages', () => {
  it('say in Dutch all that they say in English, and nothing else', () => {
    expect(listKeys(withoutServer(nl)).toSorted()).toEqual(listKeys(withoutServer(en)).toSorted());
  });

  it('say every refusal of the server in Dutch', () => {
    const errors = readFileSync(new URL('../../../../docs/errors.md', import.meta.url), 'utf8');
    const codes = [...errors.matchAll(/^### `([\w.]+)`$/gm)].map(([, code]) => code);
    expect(codes.length).toBeGreaterThan(50);
    expect(codes.filter((code) => nl.problems[code ?? ''] === undefined)).toEqual([]);
  });

  it('are never empty', () => {
    for (const messages of [en, nl]) expect(JSON.stringify(messages)).not.toContain('""');
  });
});
