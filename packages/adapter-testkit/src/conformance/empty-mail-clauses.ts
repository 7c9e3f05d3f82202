import assert from 'node:assert/strict';
import { contractVersion, type MailAdapter, type MailConnection } from '@regulars/adapter-contracts';
import { assertClaimsNothing, assertFailsClearly } from './adapter-error-assertions.ts';
import { clause, type Clause } from './clause.ts';
import { createCutOffContext } from './cut-off-context.ts';
import { kitMessage } from './mail-harness.ts';
import { receiverClauses } from './receiver-clauses.ts';

/** What the kit must know of a mail adapter that does nothing yet. A `MailHarness` is one, too. */
export interface EmptyMailHarness<Config> {
  readonly adapter: MailAdapter<Config>;
  /** A configuration that is right. */
  readonly config: Config;
}

/**
 * The empty level: what holds before anything is filled in, and ever after. Nothing is believed, nobody is called, nothing
 * is said to be sent. `mailClauses` holds all of it as well.
 *
 * @example
 * ```ts
 * for (const { title, run } of emptyMailClauses({ adapter: myMail, config: {} })) test(title, run);
 * ```
 */
export function emptyMailClauses<Config>({ adapter, config }: EmptyMailHarness<Config>): readonly Clause[] {
  const { capabilities, receipts } = adapter;
  const connectCutOff = (): MailConnection => adapter.connect(config, createCutOffContext().context);
  return [
    clause(
      'manifest.consistent',
      'The id is of lower case words with dashes; receipts are there exactly where they are declared.',
      () => {
        assert.match(adapter.id, /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
        assert.ok(adapter.displayName.length > 0);
        assert.equal(receipts !== null, capabilities.deliveryEvents);
        assert.ok(capabilities.concurrency >= 1);
      },
    ),
    clause('manifest.contract', 'The adapter bears the version of the contract it is tried by.', () => {
      assert.equal(adapter.contractVersion, contractVersion, 'Make it with defineMailAdapter.');
    }),
    clause('config.right_accepted', 'The configuration of the harness is accepted, nonsense is not.', () => {
      assert.ok(adapter.configSchema.safeParse(config).success);
      for (const nonsense of [null, 'smtp://shop.test', 42])
        assert.ok(!adapter.configSchema.safeParse(nonsense).success);
    }),
    ...(receipts === null ? [] : receiverClauses(receipts, config)),
    clause('empty.connects_quietly', 'Connecting, and closing, calls nobody.', async () => {
      const { context, countCalls } = createCutOffContext();
      await adapter.connect(config, context).close();
      assert.equal(countCalls(), 0);
    }),
    clause(
      'empty.fails_clearly',
      'Where nobody can be reached, a call fails as an AdapterError and as nothing else.',
      async () => {
        const connection = connectCutOff();
        await assertFailsClearly(() => connection.checkAccess());
        if (capabilities.resolution !== 'none') {
          const { messageId, effectId, sentAt, to } = kitMessage;
          await assertFailsClearly(() =>
            connection.findMessage({ messageId, effectId, sentAt, recipient: to.address }),
          );
        }
        await connection.close();
      },
    ),
    clause('empty.claims_nothing', 'Where nobody can be reached, no message is said to be sent.', async () => {
      const connection = connectCutOff();
      await assertClaimsNothing(() => connection.send(kitMessage));
      await connection.close();
    }),
  ];
}
