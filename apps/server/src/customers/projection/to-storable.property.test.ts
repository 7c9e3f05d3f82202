import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toStorable } from './to-storable.ts';

/** Texts of all kinds, those Postgres refuses among them. */
const text = fc.string({ unit: fc.constantFrom('a', 'ß', '🧀', '\0', '\ud800', '\udc00', '"', '\\') });
const data = fc.letrec((tie) => ({
  value: fc.oneof(
    text,
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.constant(undefined),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(text, tie('value'), { maxKeys: 3 }),
  ),
})).value;

describe('what is kept', () => {
  it('is the same after a way through JSON, and has neither NUL nor half a character', () => {
    fc.assert(
      fc.property(data, (value) => {
        const kept = toStorable({ value });
        expect(JSON.parse(JSON.stringify(kept))).toStrictEqual(kept);
        const json = JSON.stringify(kept);
        expect(json).not.toMatch(/\\u0000|\\ud[89a-f]/i);
      }),
    );
  });

  it('is what was told, where Postgres can keep it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(toStorable(value)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
