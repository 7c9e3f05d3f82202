import assert from 'node:assert/strict';
import { AdapterError, type AdapterErrorKind, type PlatformConnection } from '@regulars/adapter-contracts';
import type { Order } from '@regulars/core/commerce';
import { minuteMs, plus, toInstant } from '@regulars/core/shared';
import { clause, type Clause } from './clause.ts';
import { faultScripts, type FaultScript } from './fault-scripts.ts';
import { wish } from './platform-discount-clauses.ts';
import { toContext, withConnection, type PlatformHarness, type PlatformUpstream } from './platform-harness.ts';

const begin = toInstant(Date.UTC(2026, 9, 1));
/** More than any page holds. */
const many = 260;
/** More tries than any script needs. */
const mostTries = 8;

/** Whatever goes wrong on the way, a host that goes on where it was has every order once, and one code. */
export function faultClauses<Config>(harness: PlatformHarness<Config>): readonly Clause[] {
  const { pulls, discountCodes } = harness.adapter.capabilities;
  return faultScripts.flatMap((script) => [
    ...(pulls === true ? [pullThrough(harness, script)] : []),
    ...(discountCodes && script.kind !== 'unauthenticated' ? [issueThrough(harness, script)] : []),
  ]);
}

function pullThrough<Config>(harness: PlatformHarness<Config>, script: FaultScript): Clause {
  const { id, words, faults, kind } = script;
  return clause(
    `fault.pull_${id}`,
    `Through ${words} every order comes, none twice, and none is taken for the last.`,
    () =>
      withConnection(harness, async (_connection, upstream) => {
        assert.ok(
          upstream.addOrders !== undefined && upstream.failNextRead !== undefined,
          'pulls is declared; the upstream needs addOrders and failNextRead.',
        );
        upstream.addOrders(
          Array.from({ length: many }, (_, n) => ({ placedAt: plus(begin, n * minuteMs), kind: 'order' as const })),
        );
        const ids = await readAll(connectTwice(script, harness, upstream), kind, () => {
          for (const fault of faults) upstream.failNextRead?.(fault);
        });
        assert.deepEqual([ids.length, new Set(ids).size], [many, many]);
      }),
  );
}

/**
 * As a host reads: what was kept stays, and after an error it goes on from the cursor, as another process would. Faults begin
 * after the first page.
 */
async function readAll(
  { first, next }: Connections,
  kind: AdapterErrorKind,
  strike: () => void,
): Promise<readonly string[]> {
  const orders: Order[] = [];
  let cursor: string | null = null;
  let isStruck = false;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const { pulls } = tries === 0 ? first : next;
    assert.ok(pulls !== undefined, 'pulls is declared, and the connection has none.');
    try {
      for await (const page of pulls.orders({ updatedFrom: null, cursor })) {
        orders.push(...page.events.flatMap((event) => (event.kind === 'orderUpserted' ? [event.order] : [])));
        cursor = page.next;
        if (!isStruck) strike();
        isStruck = true;
      }
      return orders.map(({ externalId }) => externalId);
    } catch (error) {
      assertTolerable(error, kind, ['notDone']);
    }
  }
  throw new Error(`The pull did not end within ${mostTries} tries.`);
}

function issueThrough<Config>(harness: PlatformHarness<Config>, script: FaultScript): Clause {
  const { id, words, faults, kind } = script;
  return clause(`fault.code_${id}`, `Through ${words} a host that looks before it asks again makes one code.`, () =>
    withConnection(harness, async (_connection, upstream) => {
      const { first, next } = connectTwice(script, harness, upstream);
      for (const fault of faults) upstream.failNextWrite(fault);
      for (let tries = 0; tries < mostTries; tries += 1) {
        const connection = tries === 0 ? first : next;
        try {
          if ((await connection.findDiscountCode(wish.code)) !== null) break;
          await connection.createDiscountCode(wish);
        } catch (error) {
          assertTolerable(error, kind, ['notDone', 'unknown']);
        }
      }
      assert.equal((await next.findDiscountCode(wish.code))?.rewardId, wish.rewardId);
      assert.equal(upstream.listCodes().length, 1);
    }),
  );
}

interface Connections {
  /** Waits for answers no longer than the script says. */
  readonly first: PlatformConnection;
  /** What a host goes on with: as patient as a busy machine needs. */
  readonly next: PlatformConnection;
}

/** Neither waits for a limit to pass. */
function connectTwice<Config>(
  { patienceMs }: FaultScript,
  { adapter }: PlatformHarness<Config>,
  upstream: PlatformUpstream<Config>,
): Connections {
  const wait = async (): Promise<void> => undefined;
  return {
    first: adapter.connect(upstream.config, { ...toContext(upstream, patienceMs), wait }),
    next: adapter.connect(upstream.config, { ...toContext(upstream), wait }),
  };
}

function assertTolerable(error: unknown, kind: AdapterErrorKind, outcomes: readonly string[]): void {
  assert.ok(error instanceof AdapterError, `It failed with another error than an AdapterError: ${String(error)}`);
  assert.equal(error.kind, kind);
  assert.ok(outcomes.includes(error.outcome), `The outcome of ${error.kind} is ${error.outcome}.`);
}
