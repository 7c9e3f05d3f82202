import assert from 'node:assert/strict';
import { toInstant } from '@regulars/core/shared';
import { assertFails } from './adapter-error-assertions.ts';
import { clause, type Clause } from './clause.ts';
import { emptyPlatformClauses } from './empty-platform-clauses.ts';
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
 * The full level: what a platform adapter promises, picked by the capabilities it declares. It holds all of the empty one.
 *
 * @example
 * ```ts
 * for (const { title, run } of platformClauses(harness)) test(title, run);
 * ```
 */
export function platformClauses<Config>(harness: PlatformHarness<Config>): readonly Clause[] {
  const { adapter, webhooks } = harness;
  const codes = adapter.capabilities.discountCodes
    ? [...discountClauses(harness), ...giftClauses(harness)]
    : [withoutDiscounts(harness)];
  const counts = adapter.capabilities.orderCount ? countClauses(harness) : [withoutCount(harness)];
  return [
    ...emptyPlatformClauses(harness),
    clause('manifest.signed_timestamp', 'Deliveries bear a signed time exactly where that is declared.', () => {
      assert.equal(adapter.capabilities.signedTimestamp, webhooks.toleranceMs !== null);
    }),
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
