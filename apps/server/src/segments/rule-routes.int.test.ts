import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayMs, plus, toInstant, type CustomerId, type StoreId } from '@regulars/core/shared';
import { createTestHttpApp, type TestHttpApp } from '../../test-support/create-test-http-app.ts';
import { seedCustomers } from '../../test-support/seed-customers.ts';
import { seedStore } from '../../test-support/seed-store.ts';
import { signIn } from '../../test-support/sign-in.ts';
import { newId } from '../foundation/ids.ts';
import { segmentsRoutes } from './routes.ts';
import { withinTimeLimit } from './within-time-limit.ts';

let http: TestHttpApp;
let headers: Record<string, string>;
let storeId: StoreId;
const start = toInstant(Date.parse('2026-01-01T00:00:00Z'));
const ids: readonly CustomerId[] = Array.from({ length: 7 }, () => newId<'Customer'>());

beforeAll(async () => {
  http = await createTestHttpApp({
    apiRoutes: (database) => [segmentsRoutes({ database, findUses: async () => [] })],
  });
  headers = await signIn(http, { role: 'marketer' });
  storeId = await seedStore(http.database);
  const other = await seedStore(http.database);
  const bought = (day: number, productExternalIds: string[], categories: string[]) => ({
    at: plus(start, day * dayMs),
    grandMinor: 1_000,
    productExternalIds,
    categories,
  });
  const one = (customerId: CustomerId, day: number, product: string, category: string, country: string) => ({
    customerId,
    country,
    discountedOrderCount: 0,
    refundedMinor: 0,
    purchases: [bought(day, [product], [category])],
  });
  await http.database.withStore(storeId, async (tx) => {
    await seedCustomers(
      tx,
      storeId,
      ids.map((id, day) => one(id, day, day < 5 ? '17' : '18', 'tea', day < 6 ? 'NL' : 'BE')),
    );
    await sql`
      insert into product (store_id, connection_id, external_id, title, categories, source_updated_at)
      values (${storeId}, ${storeId}, '17', 'House espresso', '{Coffee}', clock_now()),
             (${storeId}, ${storeId}, '19', 'Hand grinder', '{}', clock_now())`.execute(tx);
    await sql`update orders set model = '{"lineItems": [{"productExternalId": "18", "name": "Old filter roast"}]}'::jsonb
              where '18' = any (product_external_ids)`.execute(tx);
  });
  await http.database.withStore(other, (tx) => seedCustomers(tx, other, [one(newId(), 0, '99', 'wine', 'FR')]));
});
afterAll(() => http.close());

const preview = (rule: unknown) =>
  http.app.inject({ method: 'POST', url: `/api/v1/stores/${storeId}/segments/preview`, headers, payload: { rule } });
const suggest = async (query: string) =>
  (await http.app.inject({ url: `/api/v1/stores/${storeId}/segment-suggestions?${query}`, headers })).json<{
    data: { value: string; label: string; customers: number }[];
  }>().data;

describe('a rule that is being written', () => {
  it('is counted against all customers of the store, with five examples who bought last and why', async () => {
    const rule = {
      all: [
        { field: 'orderCount', is: 'atLeast', value: 1 },
        { field: 'country', is: 'oneOf', value: ['NL'] },
      ],
    };
    const answer = (await preview(rule)).json<{
      matching: number;
      customers: number;
      examples: { customerId: string }[];
    }>();
    expect(answer).toMatchObject({ matching: 6, customers: 7 });
    expect(answer.examples.map(({ customerId }) => customerId)).toEqual(ids.slice(1, 6).toReversed());
    expect(answer.examples[0]).toMatchObject({
      matches: true,
      deciding: [
        { path: '/all/0', actual: 1 },
        { path: '/all/1', actual: 'NL' },
      ],
    });
  });

  it('is refused with the place of the trouble', async () => {
    expect((await preview({ all: [] })).json()).toMatchObject({
      status: 422,
      code: 'segment.rule_invalid',
      errors: [{ path: '/rule/all' }],
    });
  });

  it('is given up when it takes too long, and says so', async () => {
    const slow = await withinTimeLimit(http.database, storeId, 50, (tx) => sql`select pg_sleep(60)`.execute(tx));
    expect(slow).toEqual({ ok: false, failure: 'tooSlow' });
    const { rows } = await http.database.withStore(storeId, (tx) =>
      sql<{ limit: string }>`select current_setting('statement_timeout') as limit`.execute(tx),
    );
    expect(rows, 'the limit ends with its transaction').toEqual([{ limit: '0' }]);
  });
});

describe('suggestions', () => {
  it('name the products of the catalogue and those only orders know, the most bought first', async () => {
    expect(await suggest('field=boughtProduct')).toEqual([
      { value: '17', label: 'House espresso', customers: 5 },
      { value: '18', label: 'Old filter roast', customers: 2 },
      { value: '19', label: 'Hand grinder', customers: 0 },
    ]);
    expect(await suggest('field=boughtProduct&search=GRIND')).toMatchObject([{ value: '19' }]);
    expect(await suggest('field=boughtProduct&values=18&values=17&values=404')).toMatchObject([
      { value: '17' },
      { value: '18' },
    ]);
  });

  it('are the categories and countries of this store and no other', async () => {
    expect(await suggest('field=boughtCategory')).toEqual([
      { value: 'tea', label: 'tea', customers: 7 },
      { value: 'coffee', label: 'coffee', customers: 0 },
    ]);
    expect(await suggest('field=country')).toEqual([
      { value: 'NL', label: 'NL', customers: 6 },
      { value: 'BE', label: 'BE', customers: 1 },
    ]);
  });

  it('take nothing in a search for a pattern', async () => {
    expect(await suggest('field=boughtCategory&search=%25')).toEqual([]);
  });
});
