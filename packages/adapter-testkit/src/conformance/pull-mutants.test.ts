import { AdapterError, type PlatformHooks, type PlatformPulls, type PulledPage } from '@regulars/adapter-contracts';
import { describe, expect, test } from 'vitest';
import { findFault, shopCalling, type Shop } from '../../test/mutants.ts';
import { tinyShop, tinyShopHarness } from '../../test/tiny-shop.ts';
import { platformClauses } from './platform-clauses.ts';

/** The tiny shop, whose orders are pulled in another way. */
function shopPulling(change: (orders: PlatformPulls['orders']) => PlatformPulls['orders']): Shop {
  return shopCalling(({ pulls }) => (pulls === undefined ? {} : { pulls: { ...pulls, orders: change(pulls.orders) } }));
}

/** The tiny shop, with pages that are something else. */
function shopPaging(change: (page: PulledPage, index: number) => PulledPage | null): Shop {
  return shopPulling(
    (orders) =>
      async function* (start) {
        let index = 0;
        for await (const page of orders(start)) {
          const changed = change(page, index);
          index += 1;
          if (changed !== null) yield changed;
        }
      },
  );
}

function shopHooking(change: (hooks: PlatformHooks) => Partial<PlatformHooks>): Shop {
  return shopCalling(({ hooks }) => {
    if (hooks === undefined) return {};
    const { check, repair } = hooks;
    const changed = { check, repair: repair.bind(hooks), ...change(hooks) };
    return { hooks: changed };
  });
}

const mutants: readonly (readonly [fault: string, clause: string, adapter: Shop])[] = [
  ['forgets the last page', 'pull.all_once', shopPaging((page) => (page.next === null ? null : page))],
  [
    'tells the last order of a page again',
    'pull.all_once',
    shopPaging(({ events, next }) => ({ events: [...events, ...events.slice(-1)], next })),
  ],
  [
    'does not say which page is the last',
    'pull.all_once',
    shopPaging(({ events, next }) => ({ events, next: next ?? '0-999' })),
  ],
  [
    'begins with the newest',
    'pull.oldest_first',
    shopPaging(({ events, next }) => ({ events: events.toReversed(), next })),
  ],
  [
    'takes a page that was lost for the last one',
    'fault.pull_half',
    shopPulling(
      (orders) =>
        async function* (start) {
          try {
            yield* orders(start);
          } catch {
            yield { events: [], next: null };
          }
        },
    ),
  ],
  [
    'takes a broken answer for a wrong key',
    'fault.pull_server_error',
    shopPulling(
      (orders) =>
        async function* (start) {
          try {
            yield* orders(start);
          } catch {
            throw new AdapterError('No.', { kind: 'unauthenticated', outcome: 'notDone' });
          }
        },
    ),
  ],
  [
    'begins anew whatever the cursor',
    'pull.resumed',
    shopPulling((orders) => (start) => orders({ ...start, cursor: null })),
  ],
  [
    'skips the page after the cursor',
    'pull.resumed',
    shopPulling((orders) => ({ updatedFrom, cursor }) => {
      const [from = '', done = ''] = (cursor ?? '').split('-');
      return orders({ updatedFrom, cursor: cursor === null ? null : `${from}-${Number(done) + 100}` });
    }),
  ],
  [
    'pulls the whole past',
    'pull.since',
    shopPulling(
      (orders) =>
        ({ cursor }) =>
          orders({ updatedFrom: null, cursor }),
    ),
  ],
  ['never ends on an empty store', 'pull.none', shopPaging((page) => ({ ...page, next: page.next ?? '0-0' }))],
  [
    'takes a lost page for the end',
    'pull.lost_page',
    shopPulling(
      (orders) =>
        async function* (start) {
          try {
            yield* orders(start);
          } catch {
            yield { events: [], next: null };
          }
        },
    ),
  ],
  [
    'takes a refusal for an empty store',
    'pull.wrong_key',
    shopPulling(
      (orders) =>
        async function* (start) {
          try {
            yield* orders(start);
          } catch {
            yield { events: [], next: null };
          }
        },
    ),
  ],
  ['repairs nothing and says so', 'hook.repaired', shopHooking(() => ({ repair: async () => [] }))],
  [
    'registers all of them each time',
    'hook.repaired_once',
    shopHooking((hooks) => ({
      repair: (target) =>
        hooks.repair.call({ ...hooks, check: async () => [{ topic: 'order', state: 'missing' }] }, target),
    })),
  ],
  [
    'remembers what it once saw',
    'hook.lost_found',
    shopHooking((hooks) => ({
      check: async (target) => (await hooks.check(target)).map(({ topic }) => ({ topic, state: 'active' })),
    })),
  ],
  [
    'repairs where it should only look',
    'hook.check_harmless',
    shopHooking((hooks) => ({
      check: async (target) => {
        const states = await hooks.check(target);
        await hooks.repair(target);
        return states;
      },
    })),
  ],
  [
    'takes any address for ours',
    'hook.own_address',
    shopHooking((hooks) => ({
      repair: (target) => hooks.repair({ ...target, hookUrl: 'https://regulars.example/hooks/kit' }),
    })),
  ],
  [
    'takes a refusal for missing webhooks',
    'hook.wrong_key',
    shopHooking((hooks) => ({
      check: (target) => hooks.check(target).catch(() => []),
    })),
  ],
  [
    'declares pulls it does not have',
    'manifest.consistent',
    {
      ...tinyShop,
      connect: (config, context) => {
        const { pulls: _pulls, ...connection } = tinyShop.connect(config, context);
        return connection;
      },
    },
  ],
];

describe('a platform adapter that', () => {
  test.for(mutants)('%s breaks %s', async ([, id, adapter]) => {
    expect(await findFault(platformClauses(tinyShopHarness(adapter)), id)).toBeInstanceOf(Error);
  });
});
