import assert from 'node:assert/strict';
import type { PlatformConnection, PlatformPulls, PulledPage, PullStart } from '@regulars/adapter-contracts';
import type { Order } from '@regulars/core/commerce';
import { dayMs, minuteMs, plus, toInstant } from '@regulars/core/shared';
import { assertFails, assertTellsNone } from './adapter-error-assertions.ts';
import { clause, type Clause } from './clause.ts';
import { toContext, withConnection, type PlatformHarness, type PlatformUpstream } from './platform-harness.ts';

const begin = toInstant(Date.UTC(2026, 9, 1));
const everything: PullStart = { updatedFrom: null, cursor: null };
/** More than any page holds. */
const many = 260;

/** For adapters that declare `pulls`: everything comes, once, and a reader that stopped goes on where it was. */
export function pullClauses<Config>(harness: PlatformHarness<Config>): readonly Clause[] {
  const withOrders = (
    count: number,
    work: (connection: PlatformConnection, upstream: PlatformUpstream<Config>) => Promise<void>,
  ) =>
    withConnection(harness, async (connection, upstream) => {
      assert.ok(upstream.addOrders !== undefined, 'pulls is declared; the upstream needs addOrders.');
      const orders = Array.from({ length: count }, (_, n) => ({
        placedAt: plus(begin, n * minuteMs),
        kind: 'order' as const,
      }));
      upstream.addOrders(orders);
      await work(connection, upstream);
    });
  return [
    clause('pull.all_once', 'Every order comes, none twice, and only the last page says that it is.', () =>
      withOrders(many, async (connection) => {
        const pages = await take(pullsOf(connection).orders(everything));
        const orders = pages.flatMap(ordersOf);
        assert.equal(new Set(orders.map(({ externalId }) => externalId)).size, many);
        assert.equal(orders.length, many);
        assert.ok(pages.length > 1, 'So many orders came as one page.');
        assert.deepEqual(
          pages.map(({ next }) => next === null),
          pages.map((_, index) => index === pages.length - 1),
        );
      }),
    ),
    clause('pull.oldest_first', 'Orders come by when they changed, the one changed longest ago first.', () =>
      withOrders(many, async (connection) => {
        const times = (await take(pullsOf(connection).orders(everything)))
          .flatMap(ordersOf)
          .map(({ updatedAt }) => updatedAt);
        assert.deepEqual(
          times,
          times.toSorted((one, other) => one - other),
        );
      }),
    ),
    clause('pull.resumed', 'Another process goes on from a cursor, with no order missing and none twice.', () =>
      withOrders(many, async (connection, upstream) => {
        const first = await take(pullsOf(connection).orders(everything), 1);
        const other = harness.adapter.connect(upstream.config, toContext(upstream));
        const cursor = first.at(-1)?.next ?? null;
        assert.ok(cursor !== null, 'There was nothing to go on with.');
        const rest = await take(pullsOf(other).orders({ updatedFrom: null, cursor }));
        const ids = [...first, ...rest].flatMap(ordersOf).map(({ externalId }) => externalId);
        assert.deepEqual([ids.length, new Set(ids).size], [many, many]);
        await other.close();
      }),
    ),
    clause('pull.since', 'Only what changed since a time comes, give or take an hour, and all of that.', () =>
      withConnection(harness, async (connection, upstream) => {
        const days = [0, 1, 2, 3, 4].map((day) => ({ placedAt: plus(begin, day * dayMs), kind: 'order' as const }));
        upstream.addOrders?.(days);
        const since = { updatedFrom: plus(begin, 3 * dayMs), cursor: null };
        assert.equal((await take(pullsOf(connection).orders(since))).flatMap(ordersOf).length, 2);
      }),
    ),
    clause('pull.none', 'Of an empty store a pull ends, without orders.', () =>
      withOrders(0, async (connection) => {
        const pages = await take(pullsOf(connection).orders(everything));
        assert.deepEqual([pages.flatMap(ordersOf), pages.at(-1)?.next ?? null], [[], null]);
      }),
    ),
    clause('pull.no_drafts', 'A checkout that was opened comes as no order.', () =>
      withConnection(harness, async (connection, upstream) => {
        upstream.addOrders?.([
          { placedAt: begin, kind: 'order' },
          { placedAt: begin, kind: 'draft' },
        ]);
        assert.equal((await take(pullsOf(connection).orders(everything))).flatMap(ordersOf).length, 1);
      }),
    ),
    clause('pull.lost_page', 'A page that was lost changed nothing, and comes when it is asked for again.', () =>
      withOrders(many, async (connection, upstream) => {
        assert.ok(upstream.failNextRead !== undefined, 'pulls is declared; the upstream needs failNextRead.');
        const [first] = await take(pullsOf(connection).orders(everything), 1);
        assert.ok(first !== undefined);
        upstream.failNextRead({ kind: 'resetAfter' });
        const from = { updatedFrom: null, cursor: first.next };
        await assertFails(() => take(pullsOf(connection).orders(from)), { outcome: 'notDone', kind: 'unavailable' });
        const rest = (await take(pullsOf(connection).orders(from))).flatMap(ordersOf);
        assert.equal(ordersOf(first).length + rest.length, many);
      }),
    ),
    clause('pull.wrong_key', 'Wrong credentials are told as such, and never as a store without orders.', () =>
      withConnection(
        harness,
        async (connection, upstream) => {
          const error = await assertFails(() => take(pullsOf(connection).orders(everything)), {
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

function pullsOf({ pulls }: PlatformConnection): PlatformPulls {
  assert.ok(pulls !== undefined, 'pulls is declared, and the connection has none.');
  return pulls;
}

/** Takes pages until there is none, or until so many. */
async function take(
  pages: AsyncIterable<PulledPage>,
  count = Number.POSITIVE_INFINITY,
): Promise<readonly PulledPage[]> {
  const taken: PulledPage[] = [];
  for await (const page of pages) {
    taken.push(page);
    if (taken.length >= count) break;
  }
  return taken;
}

function ordersOf({ events }: PulledPage): readonly Order[] {
  return events.flatMap((event) => (event.kind === 'orderUpserted' ? [event.order] : []));
}
