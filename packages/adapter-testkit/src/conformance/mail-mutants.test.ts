import type { MailAdapter, MailBatches, MailConnection, MailSuppressions } from '@regulars/adapter-contracts';
import { describe, expect, test } from 'vitest';
import { findFault } from '../../test/mutants.ts';
import { tinyMail, tinyMailHarness } from '../../test/tiny-mail.ts';
import type { TinyConfig } from '../../test/tiny-shop.ts';
import { mailClauses } from './mail-clauses.ts';

type Mail = MailAdapter<TinyConfig>;

function mailCalling(change: (connection: Required<MailConnection>) => Partial<MailConnection>): Mail {
  return {
    ...tinyMail,
    connect: (config, context) => {
      const connection = tinyMail.connect(config, context) as Required<MailConnection>;
      return { ...connection, ...change(connection) };
    },
  };
}
const batching = (change: (batches: MailBatches) => Partial<MailBatches>): Mail =>
  mailCalling(({ batches }) => ({ batches: { ...batches, ...change(batches) } }));
const suppressing = (change: (suppressions: MailSuppressions) => Partial<MailSuppressions>): Mail =>
  mailCalling(({ suppressions }) => ({ suppressions: { ...suppressions, ...change(suppressions) } }));

const mutants: readonly (readonly [mutant: string, breaks: string, adapter: Mail])[] = [
  [
    'declares batches and has none',
    'manifest.methods',
    {
      ...tinyMail,
      connect: (config, context) => {
        const { batches: _, ...connection } = tinyMail.connect(config, context);
        return connection;
      },
    },
  ],
  [
    'loses a message when it groups them',
    'batch.groups_whole',
    batching(() => ({ group: (messages) => messages.map((_, at) => messages.slice(at, at + 1)).slice(1) })),
  ],
  [
    'gives everybody of a batch the headers of the first',
    'batch.each_gets_theirs',
    batching(({ send }) => ({
      send: (messages) => send(messages.map((each) => ({ ...each, headers: messages[0]?.headers ?? {} }))),
    })),
  ],
  [
    'sends a batch again when the answer was lost',
    'batch.lost_answer_unknown',
    batching(({ send }) => ({ send: (messages) => send(messages).catch(() => send(messages)) })),
  ],
  [
    'sends the others of a refused batch by itself',
    'batch.refused_whole',
    mailCalling(({ batches, send }) => ({
      batches: {
        ...batches,
        send: async (messages) => {
          const outcome = await batches.send(messages);
          if (outcome.status === 'refused') for (const message of messages) await send(message);
          return outcome;
        },
      },
    })),
  ],
  [
    'forgets why an address is on a list',
    'suppressions.listed',
    suppressing(({ add }) => ({ add: (each) => add({ ...each, reason: 'complaint' }) })),
  ],
  ['takes nobody off a list', 'suppressions.removed', suppressing(() => ({ remove: async () => undefined }))],
  [
    'has lists without end',
    'suppressions.listed',
    suppressing(({ list }) => ({ list: async () => ({ ...(await list(null)), nextCursor: 'more' }) })),
  ],
  [
    'reads the mailbox from its beginning every time',
    'reports.read_once',
    mailCalling(({ reports }) => ({ reports: reports && { read: (_cursor, at) => reports.read(null, at) } })),
  ],
];

describe('a mail adapter that', () => {
  test.for(mutants)('%s breaks %s', { timeout: 20_000 }, async ([, id, adapter]) => {
    expect(await findFault(mailClauses(tinyMailHarness(adapter)), id)).toBeInstanceOf(Error);
  });
});
