import { expect, test } from 'vitest';
import { toSegmentKey } from './to-segment-key.ts';

test.for<[string, string[], string]>([
  ['Regulars in Belgium', [], 'regulars-in-belgium'],
  ['Müller & Söhne', [], 'muller-sohne'],
  ['Regulars', ['regulars', 'regulars-2'], 'regulars-3'],
  ['日本', [], 'segment'],
  [`${'a'.repeat(59)} b`, [], 'a'.repeat(59)],
  ['a'.repeat(80), ['a'.repeat(60)], `${'a'.repeat(58)}-2`],
])('%s, with %j taken, gets the key %s', ([name, taken, key]) => {
  expect(toSegmentKey(name, new Set(taken))).toBe(key);
});
