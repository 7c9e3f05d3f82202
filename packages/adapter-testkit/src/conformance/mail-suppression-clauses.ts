import assert from 'node:assert/strict';
import type { MailConnection, MailSuppressions, ProviderSuppression } from '@regulars/adapter-contracts';
import { assertFails, assertTellsNone } from './adapter-error-assertions.ts';
import { clause, type Clause } from './clause.ts';
import { kitMessage, withMailConnection, type MailHarness } from './mail-harness.ts';

const at = kitMessage.sentAt;
const example: readonly ProviderSuppression[] = [
  { address: 'dead+box@buyer.test', reason: 'hard_bounce', at },
  { address: 'cross@buyer.test', reason: 'complaint', at },
  { address: 'away@buyer.test', reason: 'unsubscribed', at },
];
/** No provider's lists are so long that a reading of them does not end. */
const maxPages = 100;

/** What an adapter promises whose provider keeps lists of whom it does not write to. */
export function mailSuppressionClauses<Config>(harness: MailHarness<Config>): readonly Clause[] {
  return [
    clause(
      'suppressions.listed',
      'What is put on the lists is read from them, once, with its reason and its time.',
      () =>
        withMailConnection(harness, async (connection) => {
          const suppressions = suppressionsOf(connection);
          // Told twice is told once.
          for (const each of [...example, ...example]) await suppressions.add(each);
          assert.deepEqual(new Set(await listAll(suppressions)), new Set(example));
          assert.equal((await listAll(suppressions)).length, example.length);
        }),
    ),
    clause('suppressions.removed', 'What is taken off the lists is gone, and can be taken off again.', () =>
      withMailConnection(harness, async (connection) => {
        const suppressions = suppressionsOf(connection);
        for (const each of example) await suppressions.add(each);
        for (const { address, reason } of [...example, ...example]) await suppressions.remove({ address, reason });
        assert.deepEqual(await listAll(suppressions), []);
      }),
    ),
    clause('suppressions.wrong_key', 'A key that may not read the lists is told as such, without telling it.', () =>
      withMailConnection(
        harness,
        async (connection, upstream) => {
          const error = await assertFails(() => suppressionsOf(connection).list(null), { outcome: 'notDone' });
          assertTellsNone(error, upstream.secrets);
        },
        (upstream) => upstream.wrongConfig,
      ),
    ),
  ];
}

async function listAll(suppressions: MailSuppressions): Promise<readonly ProviderSuppression[]> {
  const found: ProviderSuppression[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < maxPages; page += 1) {
    const read = await suppressions.list(cursor);
    found.push(...read.suppressions);
    if (read.nextCursor === null) return found;
    cursor = read.nextCursor;
  }
  throw new assert.AssertionError({ message: 'The lists have no end.' });
}

function suppressionsOf({ suppressions }: MailConnection): MailSuppressions {
  assert.ok(suppressions !== undefined, 'The capability `suppressions` promises `suppressions`.');
  return suppressions;
}
