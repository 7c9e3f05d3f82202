import assert from 'node:assert/strict';
import type { HookState, PlatformConnection, PlatformHooks } from '@regulars/adapter-contracts';
import { assertFails } from './adapter-error-assertions.ts';
import { clause, type Clause } from './clause.ts';
import { withConnection, type PlatformHarness, type PlatformUpstream } from './platform-harness.ts';

const target = { hookUrl: 'https://regulars.example/hooks/kit', secret: 'secret-of-the-kit' };

/** For adapters that declare `hooks`: what is needed is there after a repair, and a repair does no more than that. */
export function hookClauses<Config>(harness: PlatformHarness<Config>): readonly Clause[] {
  const withHooks = (work: (hooks: PlatformHooks, upstream: PlatformUpstream<Config>) => Promise<void>) =>
    withConnection(harness, (connection, upstream) => work(hooksOf(connection), upstream));
  return [
    clause('hook.repaired', 'Webhooks that are missing are registered, and told.', () =>
      withHooks(async (hooks) => {
        const before = await hooks.check(target);
        assert.ok(before.length > 0 && lackingOf(before).length === before.length, 'A new store has none of them.');
        assert.deepEqual((await hooks.repair(target)).toSorted(), lackingOf(before).toSorted());
        assert.deepEqual(lackingOf(await hooks.check(target)), []);
      }),
    ),
    clause('hook.repaired_once', 'Repairing what is right does nothing.', () =>
      withHooks(async (hooks, upstream) => {
        await hooks.repair(target);
        const count = countOf(upstream);
        assert.deepEqual(await hooks.repair(target), []);
        assert.equal(countOf(upstream), count);
      }),
    ),
    clause('hook.lost_found', 'A webhook the platform does not use any more is seen, and repaired alone.', () =>
      withHooks(async (hooks, upstream) => {
        await hooks.repair(target);
        assert.ok(upstream.loseHook !== undefined, 'hooks is declared; the upstream needs loseHook.');
        upstream.loseHook();
        const lacking = lackingOf(await hooks.check(target));
        assert.equal(lacking.length, 1);
        assert.deepEqual(await hooks.repair(target), lacking);
      }),
    ),
    clause('hook.check_harmless', 'Looking registers nothing.', () =>
      withHooks(async (hooks, upstream) => {
        await hooks.check(target);
        assert.equal(countOf(upstream), 0);
      }),
    ),
    clause('hook.own_address', 'Webhooks to another address are somebody else’s.', () =>
      withHooks(async (hooks, upstream) => {
        const other = { ...target, hookUrl: 'https://other.example/hooks/kit' };
        await hooks.repair(other);
        const count = countOf(upstream);
        await hooks.repair(target);
        assert.equal(countOf(upstream), 2 * count);
        assert.deepEqual(lackingOf(await hooks.check(other)), []);
      }),
    ),
    clause('hook.wrong_key', 'Wrong credentials are told as such, and never as webhooks that are missing.', () =>
      withConnection(
        harness,
        async (connection) => {
          const expected = { outcome: 'notDone', kind: 'unauthenticated' } as const;
          await assertFails(() => hooksOf(connection).check(target), expected);
        },
        (upstream) => upstream.wrongConfig,
      ),
    ),
  ];
}

function hooksOf({ hooks }: PlatformConnection): PlatformHooks {
  assert.ok(hooks !== undefined, 'hooks is declared, and the connection has none.');
  return hooks;
}

function lackingOf(states: readonly HookState[]): readonly string[] {
  return states.filter(({ state }) => state !== 'active').map(({ topic }) => topic);
}

function countOf<Config>(upstream: PlatformUpstream<Config>): number {
  assert.ok(upstream.countHooks !== undefined, 'hooks is declared; the upstream needs countHooks.');
  return upstream.countHooks();
}
