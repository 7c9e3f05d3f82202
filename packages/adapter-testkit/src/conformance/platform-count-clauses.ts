import assert from 'node:assert/strict';
import { dayMs, hourMs, plus, secondMs, toInstant } from '@regulars/core/shared';
import { assertFails, assertTellsNone } from './adapter-error-assertions.ts';
import { clause, type Clause } from './clause.ts';
import { withConnection, type PlatformHarness, type UpstreamOrder } from './platform-harness.ts';

const from = toInstant(Date.UTC(2026, 9, 1));
const until = plus(from, 30 * dayMs);

const order = (placedAt: UpstreamOrder['placedAt']): UpstreamOrder => ({ placedAt, kind: 'order' });

/** For adapters that declare `orderCount`: the number is that of the platform, to the second and to the order. */
export function countClauses<Config>(harness: PlatformHarness<Config>): readonly Clause[] {
  const counting = (orders: readonly UpstreamOrder[], expected: number) => (): Promise<void> =>
    withConnection(harness, async (connection, upstream) => {
      assert.ok(upstream.addOrders !== undefined, 'orderCount is declared; the upstream needs addOrders.');
      upstream.addOrders(orders);
      assert.deepEqual(await connection.countOrders({ from, until }), { orders: expected });
    });
  return [
    clause('count.none', 'A span without orders counts none.', counting([order(plus(from, -dayMs))], 0)),
    clause(
      'count.edges',
      'The first second of the span counts, the second at its end and those around it do not.',
      counting([plus(from, -secondMs), from, plus(until, -secondMs), until].map(order), 2),
    ),
    clause(
      'count.all_pages',
      'More orders than any page holds are all counted.',
      counting(
        Array.from({ length: 260 }, (_, index) => order(plus(from, index * hourMs))),
        260,
      ),
    ),
    clause(
      'count.no_drafts',
      'A checkout that was opened is no order yet.',
      counting([order(from), { placedAt: from, kind: 'draft' }], 1),
    ),
    clause('count.wrong_key', 'Wrong credentials are told as such, and never as a count of none.', () =>
      withConnection(
        harness,
        async (connection, upstream) => {
          const error = await assertFails(() => connection.countOrders({ from, until }), {
            outcome: 'notDone',
            kind: 'unauthenticated',
          });
          assertTellsNone(error, upstream.secrets);
        },
        (upstream) => upstream.wrongConfig,
      ),
    ),
  ];
}
