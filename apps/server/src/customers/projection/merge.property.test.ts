import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toInstant } from '@regulars/core/shared';
import { mergeConsent, type KnownConsent } from './merge-consent.ts';
import { mergeDetails, type Details, type DetailsStatement, type Said } from './merge-details.ts';

const at = fc.nat(4).map(toInstant);
const word = fc.option(fc.constantFrom('a', 'b', 'c'));
const nothing: Details = { email: null, phone: null, firstName: null, lastName: null, locale: null, country: null };

const statement: fc.Arbitrary<DetailsStatement> = fc.record({
  isAccount: fc.constantFrom(0 as const, 1 as const),
  at,
  details: fc.record({ firstName: word, phone: word }),
});

function tellDetails(statements: readonly DetailsStatement[]): { details: Details; said: Said } {
  const told = statements.reduce<{ details: Details; said: Said }>(mergeDetails, { details: nothing, said: {} });
  return { details: told.details, said: told.said };
}

test('what is known of a customer does not depend on the order in which it was told, nor on how often', () => {
  fc.assert(
    fc.property(fc.array(statement, { maxLength: 6 }), fc.infiniteStream(fc.nat()), (statements, random) => {
      const shuffled = [...statements, ...statements]
        .map((said) => ({ said, rank: random.next().value ?? 0 }))
        .toSorted((a, b) => a.rank - b.rank);
      expect(tellDetails(shuffled.map(({ said }) => said))).toEqual(tellDetails(statements));
    }),
  );
});

test('the account record outweighs what was typed into an order later', () => {
  const { details } = tellDetails([
    { isAccount: 1, at: toInstant(1), details: { firstName: 'Ada' } },
    { isAccount: 0, at: toInstant(9), details: { firstName: 'A.', phone: '1' } },
  ]);
  expect(details).toEqual({ ...nothing, firstName: 'Ada', phone: '1' });
});

const consent = fc.record({
  state: fc.constantFrom('subscribed' as const, 'unsubscribed' as const, 'pending' as const, 'not_asked' as const),
  source: fc.constant(null),
  at,
});

test('consent does not depend on the order in which it was told, and is never a yes older than a no', () => {
  const unknown: KnownConsent = { state: 'unknown', source: null, at: null };
  fc.assert(
    fc.property(fc.array(consent, { maxLength: 6 }), fc.infiniteStream(fc.nat()), (statements, random) => {
      const shuffled = statements
        .map((said) => ({ said, rank: random.next().value ?? 0 }))
        .toSorted((a, b) => a.rank - b.rank);
      const known = statements.reduce<KnownConsent>(mergeConsent, unknown);
      expect(shuffled.map(({ said }) => said).reduce<KnownConsent>(mergeConsent, unknown)).toEqual(known);
      const lastNo = Math.max(-1, ...statements.filter(({ state }) => state === 'unsubscribed').map((said) => said.at));
      if (known.state === 'subscribed') expect(known.at ?? -1).toBeGreaterThan(lastNo);
    }),
  );
});
