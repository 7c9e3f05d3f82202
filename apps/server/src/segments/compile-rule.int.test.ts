import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayMs, plus, toInstant, toIsoString, type CustomerId, type StoreId } from '@regulars/core/shared';
import { evaluate, parseSegmentRule, type SegmentLeaf, type SegmentRule } from '@regulars/core/segments';
import { openTestDatabase, type OpenTestDatabase } from '../../test-support/open-test-database.ts';
import { runStatement } from '../../test-support/run-statement.ts';
import { seedCustomers, type SeededCustomer } from '../../test-support/seed-customers.ts';
import { seedStore } from '../../test-support/seed-store.ts';
import { newId } from '../foundation/ids.ts';
import { compileRule } from './compile-rule.ts';
import { loadFacts } from './load-facts.ts';

const customerCount = 400;
const ruleCount = 250;
const start = toInstant(Date.parse('2026-01-01T00:00:00Z'));
const countries = ['NL', 'BE', 'DE', 'US'];
const products = ['1', '2', '3', "4'; drop table segment; --"];
const categories = ['tea', 'coffee', 'mugs', 'éclair "x"', '{a,b}'];

// Few distinct values, so that the edges of comparisons are met often.
const minor = fc.constantFrom(0, 1, 999, 1_000, 2_500, 3_333, 10_000);
const probabilities = fc.constantFrom(0, 0.1, 0.5, 0.7, 1);
/** In the zone of the store. */
const today = Math.floor(
  Date.parse(`${new Date().toLocaleDateString('sv', { timeZone: 'Europe/Amsterdam' })}T00:00:00Z`) / dayMs,
);
const instants = fc.integer({ min: 0, max: 5 }).map((days) => plus(start, days * dayMs));
const daysAgo = fc.integer({ min: 0, max: 5 }).map((days) => today - Math.floor(start / dayMs) - days);

const customers: fc.Arbitrary<SeededCustomer> = fc
  .record({
    customerId: fc.constant(null).map((): CustomerId => newId()),
    country: fc.option(fc.constantFrom(...countries)),
    discountedOrderCount: fc.integer({ min: 0, max: 4 }),
    refundedMinor: minor,
    outlook: fc.option(
      fc.record({
        probabilityAlive: probabilities,
        valueMinor: minor,
        dueDay: fc.integer({ min: -3, max: 3 }).map((days) => today + days),
      }),
    ),
    purchases: fc.array(
      fc.record({
        at: instants,
        grandMinor: minor,
        productExternalIds: fc.subarray(products),
        categories: fc.subarray(categories),
      }),
      { maxLength: 4 },
    ),
  })
  .map((customer) => ({
    ...customer,
    discountedOrderCount: Math.min(customer.discountedOrderCount, customer.purchases.length),
  }));

const numberIs = fc.constantFrom(
  'equals' as const,
  'atLeast' as const,
  'atMost' as const,
  'moreThan' as const,
  'lessThan' as const,
);
const boughtIs = fc.constantFrom('anyOf' as const, 'allOf' as const, 'noneOf' as const);
const amounts = fc.oneof(minor, fc.constantFrom(-1, 500, 1_666, 5_000, 9_007_199_254_740_991));

const leaves = fc.oneof(
  fc.record({
    field: fc.constantFrom('orderCount' as const, 'discountedOrderCount' as const),
    is: numberIs,
    value: fc.integer({ min: 0, max: 4 }),
  }),
  fc.record({
    field: fc.constantFrom('netSpentMinor' as const, 'averageOrderMinor' as const),
    is: numberIs,
    value: amounts,
  }),
  fc.record({
    field: fc.constantFrom('firstPurchaseAt' as const, 'lastPurchaseAt' as const),
    is: fc.constantFrom('before' as const, 'onOrAfter' as const),
    value: instants.map(toIsoString),
  }),
  fc.record({
    field: fc.constantFrom('firstPurchaseDaysAgo' as const, 'lastPurchaseDaysAgo' as const),
    is: numberIs,
    value: daysAgo,
  }),
  fc.record({ field: fc.constant('discountOnly' as const), is: fc.constant('equals' as const), value: fc.boolean() }),
  fc.record({
    field: fc.constant('country' as const),
    is: fc.constantFrom('oneOf' as const, 'noneOf' as const),
    value: fc.subarray(countries, { minLength: 1 }),
  }),
  fc.record({
    field: fc.constant('boughtProduct' as const),
    is: boughtIs,
    value: fc.subarray(products, { minLength: 1 }),
  }),
  fc.record({
    field: fc.constant('boughtCategory' as const),
    is: boughtIs,
    value: fc.subarray(categories, { minLength: 1 }),
  }),
  fc.record({ field: fc.constant('probabilityAlive' as const), is: numberIs, value: probabilities }),
  fc.record({ field: fc.constant('predictedValueMinor' as const), is: numberIs, value: amounts }),
  fc.record({
    field: fc.constant('nextPurchaseInDays' as const),
    is: fc.constantFrom('within' as const, 'overdueBy' as const),
    value: fc.integer({ min: 0, max: 4 }),
  }),
) as fc.Arbitrary<SegmentLeaf>;

const rules: fc.Arbitrary<SegmentRule> = fc.letrec<{ rule: SegmentRule }>((tie) => ({
  rule: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaves,
    fc.record({ all: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('rule') }),
  ),
})).rule;

let opened: OpenTestDatabase;
let storeId: StoreId;
let seeded: readonly SeededCustomer[];

beforeAll(async () => {
  opened = await openTestDatabase();
  storeId = await seedStore(opened.database);
  seeded = fc.sample(customers, { numRuns: customerCount, seed: 20_261_122 });
  await opened.database.withStore(storeId, (tx) => seedCustomers(tx, storeId, seeded));
  // Another store's customers must never be counted.
  const other = await seedStore(opened.database);
  await opened.database.withStore(other, (tx) =>
    seedCustomers(tx, other, fc.sample(customers, { numRuns: 20, seed: 1 })),
  );
  // As autovacuum does in time; without statistics Postgres plans for empty tables.
  await runStatement(opened.databaseUrl, 'analyze');
});
afterAll(() => opened.close());

describe('a rule compiled to SQL', () => {
  it(`takes in exactly those whom core takes in, for ${ruleCount} rules over ${customerCount} customers`, async () => {
    const ids = seeded.map(({ customerId }) => customerId);
    const askAll: readonly SegmentRule[] = [
      { field: 'boughtProduct', is: 'anyOf', value: ['1'] },
      { field: 'probabilityAlive', is: 'atLeast', value: 0 },
    ];
    const facts = await opened.database.withStore(storeId, (tx) => loadFacts(tx, storeId, ids, askAll));
    expect(facts.size).toBe(customerCount);

    let taken = 0;
    await fc.assert(
      fc.asyncProperty(rules, async (rule) => {
        fc.pre(parseSegmentRule(rule).ok);
        const { rows } = await opened.database.withStore(storeId, (tx) =>
          sql<{
            id: CustomerId;
          }>`select f.customer_id as id from customer_facts f where f.store_id = ${storeId} and ${compileRule(rule)}`.execute(
            tx,
          ),
        );
        const bySql = rows.map(({ id }) => id).sort();
        const byCore = ids.filter((id) => evaluateFor(rule, id)).sort();
        taken += byCore.length;
        expect(bySql.join()).toBe(byCore.join());
      }),
      { numRuns: ruleCount },
    );
    // The test says something only when rules take in some and leave out others.
    expect(taken).toBeGreaterThan(ruleCount * 10);
    expect(taken).toBeLessThan(ruleCount * (customerCount - 10));

    function evaluateFor(rule: SegmentRule, id: CustomerId): boolean {
      const found = facts.get(id);
      return found !== undefined && evaluate(rule, found);
    }
  });

  it('keeps every value out of the text', async () => {
    const rule: SegmentRule = {
      all: [
        { field: 'boughtProduct', is: 'anyOf', value: products },
        { field: 'country', is: 'oneOf', value: ['NL'] },
      ],
    };
    const text = await opened.database.withStore(storeId, async (tx) => compileRule(rule).compile(tx).sql);
    expect(text).not.toContain('drop table');
    expect(text).not.toContain('NL');
  });
});
