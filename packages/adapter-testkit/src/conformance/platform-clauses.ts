import assert from 'node:assert/strict';
import { toInstant } from '@regulars/core/shared';
import { assertFails } from './adapter-error-assertions.ts';
import { clause, type Clause } from './clause.ts';
import { authorizationClauses } from './platform-authorization-clauses.ts';
import { countClauses } from './platform-count-clauses.ts';
import { discountClauses } from './platform-discount-clauses.ts';
import { faultClauses } from './platform-fault-clauses.ts';
import { giftClauses } from './platform-gift-clauses.ts';
import type { PlatformHarness } from './platform-harness.ts';
import { hookClauses } from './platform-hook-clauses.ts';
import { orderClauses } from './platform-order-clauses.ts';
import { pullClauses } from './platform-pull-clauses.ts';
import { thinClauses } from './platform-thin-clauses.ts';
import { webhookClauses } from './webhook-clauses.ts';

/**
 * What a platform adapter promises, picked by the capabilities it declares.
 *
 * @example
 * ```ts
 * for (const { title, run } of platformClauses(harness)) test(title, run);
 * ```
 */
export function platformClauses<Config>(harness: PlatformHarness<Config>): readonly Clause[] {
  const { adapter, webhooks } = harness;
  const declared = [
    clause(
      'manifest.consistent',
      'The id is of lower case words with dashes, the declared capabilities are those tried.',
      () => {
        assert.match(adapter.id, /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
        assert.ok(adapter.displayName.length > 0);
        assert.equal(
          adapter.capabilities.signedTimestamp,
          webhooks.toleranceMs !== null,
          'signedTimestamp and the tolerance of the harness disagree.',
        );
        const { pulls, hooks, readResource } = adapter.connect(harness.config, {
          timeoutMs: 1_000,
          allowPrivateNetwork: true,
        });
        assert.equal(adapter.capabilities.pulls ?? false, pulls !== undefined, 'pulls is there, or declared, alone.');
        assert.equal(adapter.capabilities.hooks ?? false, hooks !== undefined, 'hooks is there, or declared, alone.');
        const isThin = adapter.capabilities.thinWebhooks ?? false;
        assert.equal(isThin, readResource !== undefined, 'readResource is there, or thinWebhooks declared, alone.');
      },
    ),
    clause('config.right_accepted', 'The configuration of the harness is accepted.', () => {
      assert.ok(adapter.configSchema.safeParse(harness.config).success);
    }),
    clause('config.nonsense_refused', 'A configuration that is no object is refused.', () => {
      for (const nonsense of [null, 'https://shop.example.com', 42, []])
        assert.ok(!adapter.configSchema.safeParse(nonsense).success);
    }),
  ];
  const codes = adapter.capabilities.discountCodes
    ? [...discountClauses(harness), ...giftClauses(harness)]
    : [withoutDiscounts(harness)];
  const counts = adapter.capabilities.orderCount ? countClauses(harness) : [withoutCount(harness)];
  return [
    ...declared,
    ...webhookClauses(adapter, webhooks, harness.config),
    ...orderClauses(harness),
    ...codes,
    ...faultClauses(harness),
    ...counts,
    ...(adapter.capabilities.pulls === true ? pullClauses(harness) : []),
    ...(adapter.capabilities.hooks === true ? hookClauses(harness) : []),
    ...(adapter.capabilities.thinWebhooks === true ? thinClauses(harness) : []),
    ...(adapter.authorization === undefined ? [] : authorizationClauses(harness, adapter.authorization)),
  ];
}

function withoutDiscounts<Config>({ adapter, config }: PlatformHarness<Config>): Clause {
  return clause('discount.undeclared', 'Without discountCodes, asking for a code is misconfigured.', async () => {
    const connection = adapter.connect(config, { timeoutMs: 1_000, allowPrivateNetwork: true });
    await assertFails(() => connection.findDiscountCode('KIT'), { outcome: 'notDone', kind: 'misconfigured' });
    await connection.close();
  });
}

function withoutCount<Config>({ adapter, config }: PlatformHarness<Config>): Clause {
  return clause('count.undeclared', 'Without orderCount, asking for a count is misconfigured.', async () => {
    const connection = adapter.connect(config, { timeoutMs: 1_000, allowPrivateNetwork: true });
    const span = { from: toInstant(0), until: toInstant(1) };
    await assertFails(() => connection.countOrders(span), { outcome: 'notDone', kind: 'misconfigured' });
    await connection.close();
  });
}
