import { toInstant } from '@regulars/core/shared';
import { describe, expect, test } from 'vitest';
import { findFault, shopCalling, type Shop } from '../../test/mutants.ts';
import { tinyShop, tinyShopHarness } from '../../test/tiny-shop.ts';
import { platformClauses } from './platform-clauses.ts';

const mutants: readonly (readonly [fault: string, clause: string, adapter: Shop])[] = [
  [
    'counts the whole past',
    'count.none',
    shopCalling(({ countOrders }) => ({ countOrders: (span) => countOrders({ ...span, from: toInstant(0) }) })),
  ],
  [
    'counts the end of the span too',
    'count.edges',
    shopCalling(({ countOrders }) => ({
      countOrders: ({ from, until }) => countOrders({ from, until: toInstant(until + 1) }),
    })),
  ],
  [
    'counts one page',
    'count.all_pages',
    shopCalling(({ countOrders }) => ({
      countOrders: async (span) => ({ orders: Math.min(100, (await countOrders(span)).orders) }),
    })),
  ],
  [
    'counts checkouts that were only opened',
    'count.no_drafts',
    shopCalling(({ countOrders }) => ({
      countOrders: async (span) => {
        const { orders } = await countOrders(span);
        return { orders: orders === 0 ? 0 : orders + 1 };
      },
    })),
  ],
  [
    'takes a refusal for no orders',
    'count.wrong_key',
    shopCalling(({ countOrders }) => ({ countOrders: (span) => countOrders(span).catch(() => ({ orders: 0 })) })),
  ],
  [
    'answers a count it does not declare',
    'count.undeclared',
    {
      ...shopCalling(() => ({ countOrders: async () => ({ orders: 0 }) })),
      capabilities: { ...tinyShop.capabilities, orderCount: false },
    },
  ],
];

describe('a platform adapter that', () => {
  test.for(mutants)('%s breaks %s', async ([, id, adapter]) => {
    expect(await findFault(platformClauses(tinyShopHarness(adapter)), id)).toBeInstanceOf(Error);
  });
});
