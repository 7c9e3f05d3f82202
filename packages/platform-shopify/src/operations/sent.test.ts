import { readFileSync } from 'node:fs';
import type { DiscountCode, PlatformConnection } from '@regulars/adapter-contracts';
import { startFakeShopify, type FakeShopify, takePages } from '@regulars/adapter-testkit';
import { parseCurrency, type CurrencyCode } from '@regulars/core/shared';
import { buildSchema, getVariableValues, parse, validate } from 'graphql';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectTo, instant } from '../../test/store.ts';
import { apiVersion } from '../api/operation.ts';

/*
 * A query may be valid and what is sent with it not: values are checked as well, with everything the adapter can send.
 */

const file = new URL(`../../test/schema/admin-${apiVersion}.graphql`, import.meta.url);
const schema = buildSchema(readFileSync(file, 'utf8'));
const usd = parseCurrency('USD') as CurrencyCode;

let store: FakeShopify;
let connection: PlatformConnection;
beforeEach(async () => {
  store = await startFakeShopify({ maximumAvailable: 1e9, restoreRate: 1e9 });
  connection = connectTo(store, { wait: async () => undefined });
});
afterEach(() => store.close());

/** What is wrong with everything that was sent so far. */
function listProblems(): readonly string[] {
  const sent = store.requests.filter(({ path }) => path.endsWith('graphql.json'));
  expect(sent.length).toBeGreaterThan(0);
  return sent.flatMap(({ body }) => {
    const { query, variables } = JSON.parse(body.toString('utf8')) as {
      readonly query: string;
      readonly variables: Readonly<Record<string, unknown>>;
    };
    const document = parse(query);
    const operation = document.definitions.find((node) => node.kind === 'OperationDefinition');
    const { errors = [] } = getVariableValues(schema, operation?.variableDefinitions ?? [], variables);
    return [...validate(schema, document), ...errors].map(({ message }) => message);
  });
}

const reward: DiscountCode = {
  code: 'FRIEND-7F3K',
  rewardId: 'r-1',
  discount: { kind: 'percent', percent: 15 },
  usageLimit: 1,
  expiresAt: instant('2027-01-31T22:59:59Z'),
  minimumSpend: { amountMinor: 4_000, currency: usd },
  restrictedToEmail: null,
  description: '',
};

test.for([
  ['a share', {}],
  ['an amount', { discount: { kind: 'fixed', amount: { amountMinor: 500, currency: usd } } }],
  ['free shipping', { discount: { kind: 'freeShipping' } }],
  ['some products', { productExternalIds: ['1', '2'] }],
  ['one customer, without end', { restrictedToEmail: 'ada@buyer.test', expiresAt: null, minimumSpend: null }],
] as const)(
  'a discount of %s is sent as the schema has it, and so are its look-up and its end',
  async ([, changes]) => {
    store.addCustomer({ email: 'ada@buyer.test', updatedAt: '2026-11-01T00:00:00Z' });
    const { externalId } = await connection.createDiscountCode({ ...reward, ...changes });
    await connection.findDiscountCode(reward.code);
    await connection.deleteDiscountCode(externalId);
    expect(listProblems()).toEqual([]);
  },
);

test('a gift is asked for as the schema has it, and so is its price', async () => {
  const productExternalId = store.addProduct({ title: 'Mug', updatedAt: '2026-11-01T00:00:00Z' });
  const gift = { kind: 'freeGift', productExternalId } as const;
  await connection.createDiscountCode({ ...reward, discount: gift, minimumSpend: null });
  expect(listProblems()).toEqual([]);
});

test('pages, their lines, counts and the check of access are asked for as the schema has it', async () => {
  store.addOrder({ processedAt: '2026-11-01T00:00:00Z', lines: 30 });
  const start = { updatedFrom: instant('2026-01-01T00:00:00Z'), cursor: null };
  for (const pull of [connection.pulls!.orders, connection.pulls!.customers, connection.pulls!.products])
    await takePages(pull(start));
  await connection.countOrders({ from: instant('2026-01-01T00:00:00Z'), until: instant('2026-12-01T00:00:00Z') });
  await connection.checkAccess();
  expect(listProblems()).toEqual([]);
});

test('a bulk operation is asked for as the schema has it', async () => {
  for (let n = 0; n < 2_000; n += 1) store.addOrder({ processedAt: '2026-11-01T00:00:00Z' });
  await takePages(connection.pulls!.orders({ updatedFrom: null, cursor: null }));
  expect(listProblems()).toEqual([]);
});

test('every webhook is of a topic that Shopify has', async () => {
  await connection.hooks!.repair({ hookUrl: 'https://regulars.example/hooks/x', secret: '' });
  expect(listProblems()).toEqual([]);
});

test('a value of the wrong form would be found out', async () => {
  await connection.hooks!.repair({ hookUrl: 7 as never, secret: '' }).catch(() => null);
  expect(listProblems()).not.toEqual([]);
});
