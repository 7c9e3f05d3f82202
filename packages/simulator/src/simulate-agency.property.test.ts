import { dayMs, parseInstant, plus, toInstant } from '@regulars/core/shared';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { simulateAgency } from './simulate-agency.ts';

const from = parseInstant('2025-10-01T00:00:00Z') ?? toInstant(0);

/** Short and crowded, so that much happens at its edges. */
const plans = fc.record({
  seed: fc.integer(),
  stores: fc.constant(3),
  customersPerStore: fc.integer({ min: 0, max: 60 }),
  days: fc.integer({ min: 20, max: 80 }),
});

test(
  'whatever the plan, all customers asked for come in time, and going on longer changes no past',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 1, max: 30 }), ({ days, ...plan }, moreDays) => {
        const until = plus(from, days * dayMs);
        const short = simulateAgency({ ...plan, from, until });
        const long = simulateAgency({ ...plan, from, until, continueUntil: plus(until, moreDays * dayMs) });
        for (const [index, store] of short.stores.entries()) {
          expect(store.customers).toHaveLength(plan.customersPerStore);
          expect(store.customers.every(({ arrivedAt }) => arrivedAt >= from && arrivedAt < until)).toBe(true);
          expect(store.happenings.every(({ at }) => at >= from && at < until)).toBe(true);
          const past = long.stores[index]?.happenings.filter(({ at }) => at < until);
          expect(past).toEqual(store.happenings);
        }
      }),
      { numRuns: 25 },
    );
  },
);

test.each([
  [{ stores: -1 }, 'stores'],
  [{ customersPerStore: 1.5 }, 'customersPerStore'],
  [{ until: from }, 'until'],
  [{ continueUntil: plus(from, dayMs) }, 'continueUntil'],
])('a plan that cannot be is refused by the name of what is wrong: %o', (wrong, name) => {
  const plan = { seed: 1, stores: 1, customersPerStore: 1, from, until: plus(from, 30 * dayMs) };
  expect(() => simulateAgency({ ...plan, ...wrong })).toThrow(new RegExp(`^${name} `));
});
