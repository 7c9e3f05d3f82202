import assert from 'node:assert/strict';
import { contractVersion, type PlatformAdapter, type PlatformConnection } from '@regulars/adapter-contracts';
import { toInstant } from '@regulars/core/shared';
import { assertClaimsNothing, assertFailsClearly } from './adapter-error-assertions.ts';
import { clause, type Clause } from './clause.ts';
import { createCutOffContext } from './cut-off-context.ts';
import { wish } from './platform-discount-clauses.ts';
import { receiverClauses } from './receiver-clauses.ts';

/** What the kit must know of a platform adapter that does nothing yet. A `PlatformHarness` is one, too. */
export interface EmptyPlatformHarness<Config> {
  readonly adapter: PlatformAdapter<Config>;
  /** A configuration that is right. */
  readonly config: Config;
}

/**
 * The empty level: what holds before anything is filled in, and ever after. Nothing is believed, nobody is called, nothing
 * is claimed, and what cannot be done yet is said in the contract's words. `platformClauses` holds all of it as well.
 *
 * @example
 * ```ts
 * for (const { title, run } of emptyPlatformClauses({ adapter: myShop, config: {} })) test(title, run);
 * ```
 */
export function emptyPlatformClauses<Config>({ adapter, config }: EmptyPlatformHarness<Config>): readonly Clause[] {
  const { capabilities } = adapter;
  const connectCutOff = (): PlatformConnection => adapter.connect(config, createCutOffContext().context);
  return [
    clause(
      'manifest.consistent',
      'The id is of lower case words with dashes; what is declared is there, and no more.',
      () => {
        assert.match(adapter.id, /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
        assert.ok(adapter.displayName.length > 0);
        const { pulls, hooks, readResource } = connectCutOff();
        assert.equal(capabilities.pulls ?? false, pulls !== undefined, 'pulls is there, or declared, alone.');
        assert.equal(capabilities.hooks ?? false, hooks !== undefined, 'hooks is there, or declared, alone.');
        const isThin = capabilities.thinWebhooks ?? false;
        assert.equal(isThin, readResource !== undefined, 'readResource is there, or thinWebhooks declared, alone.');
      },
    ),
    clause('manifest.contract', 'The adapter bears the version of the contract it is tried by.', () => {
      assert.equal(adapter.contractVersion, contractVersion, 'Make it with definePlatformAdapter.');
    }),
    clause('config.right_accepted', 'The configuration of the harness is accepted.', () => {
      assert.ok(adapter.configSchema.safeParse(config).success);
    }),
    clause('config.nonsense_refused', 'A configuration that is no object is refused.', () => {
      for (const nonsense of [null, 'https://shop.example.com', 42, []])
        assert.ok(!adapter.configSchema.safeParse(nonsense).success);
    }),
    ...receiverClauses(adapter, config),
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
        await assertFailsClearly(() => connection.findDiscountCode('KIT'));
        await assertFailsClearly(() => connection.countOrders({ from: toInstant(0), until: toInstant(1) }));
        const { pulls, hooks, readResource } = connection;
        if (pulls !== undefined)
          await assertFailsClearly(() => readFirst(pulls.orders({ updatedFrom: null, cursor: null })));
        if (hooks !== undefined)
          await assertFailsClearly(() => hooks.check({ hookUrl: 'https://kit.test', secret: 's' }));
        if (readResource !== undefined)
          await assertFailsClearly(() => readResource({ resource: 'order', externalId: '1' }));
        await connection.close();
      },
    ),
    clause(
      'empty.claims_nothing',
      'Where nobody can be reached, no discount code is said to be made or deleted.',
      async () => {
        const connection = connectCutOff();
        await assertClaimsNothing(() => connection.createDiscountCode(wish));
        await assertClaimsNothing(() => connection.deleteDiscountCode('1'));
        await connection.close();
      },
    ),
  ];
}

async function readFirst(pages: AsyncIterable<unknown>): Promise<unknown> {
  for await (const page of pages) return page;
  return null;
}
