import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Order } from '@regulars/core/commerce';
import { dayMs, plus, type CurrencyCode } from '@regulars/core/shared';
import { anOrder, october } from '../../test-support/an-order.ts';
import { createForecastWorld } from '../../test-support/forecast-world.ts';
import { createTestHttpApp, type TestHttpApp } from '../../test-support/create-test-http-app.ts';
import { createOrderIntake, type OrderIntake } from '../../test-support/order-intake.ts';
import { signIn } from '../../test-support/sign-in.ts';
import { newId } from '../foundation/ids.ts';
import { findMemberIds } from '../segments/find-member-ids.ts';
import type { CustomerAnswer } from './answers.ts';
import { customersRoutes } from './routes.ts';

interface Page {
  readonly data: CustomerAnswer[];
  readonly nextCursor: string | null;
  readonly total: number | null;
}

let http: TestHttpApp;
let headers: Record<string, string>;
let intake: OrderIntake;
let other: OrderIntake;

/** Élise: 10 + 30 on days 0 and 10; Bo: 50 on day 2, all of it refunded; Cas: 25, 5 and 5 on days 1, 3 and 7; Dee: 90 dollars. */
const purchases: readonly (readonly [
  name: string,
  country: string,
  day: number,
  grandMinor: number,
  change?: Partial<Order>,
])[] = [
  ['Élise', 'FR', 0, 1_000],
  ['Élise', 'FR', 10, 3_000],
  ['Bo', 'NL', 2, 5_000, { status: 'refunded' }],
  ['Cas', 'NL', 1, 2_500],
  ['Cas', 'NL', 3, 500],
  ['Cas', 'NL', 7, 500],
  ['Dee', 'US', 4, 9_000, { currency: 'USD' as CurrencyCode }],
];

beforeAll(async () => {
  http = await createTestHttpApp({
    apiRoutes: (database) => [customersRoutes({ database, findMembers: findMemberIds })],
  });
  headers = await signIn(http, { role: 'marketer' });
  intake = await createOrderIntake({ database: http.database, clock: { shiftMs: 0 } });
  other = await createOrderIntake({ database: http.database, clock: { shiftMs: 0 } });
  for (const [index, [firstName, country, day, grandMinor, change]] of purchases.entries()) {
    const at = plus(october, day * dayMs);
    const email = `${firstName.toLowerCase().replace('é', 'e')}@buyer.example`;
    const order = anOrder({
      externalId: `${index}`,
      number: `${index}`,
      placedAt: at,
      paidAt: at,
      updatedAt: at,
      customer: { ...anOrder().customer!, firstName, lastName: 'Buyer', email },
      billingAddress: { country, region: null, city: null, postcode: null },
      totals: { ...anOrder().totals, grandMinor },
      ...change,
    });
    await intake.receive([{ kind: 'orderUpserted', order }]);
  }
  await intake.work();
  await createForecastWorld(http, () => [intake.storeId]).settle();
});
afterAll(() => http.close());

const ask = async <Answer = Page>(query: string, storeId: string = intake.storeId): Promise<Answer> =>
  (await http.app.inject({ url: `/api/v1/stores/${storeId}/customers?${query}`, headers })).json<Answer>();
const names = async (query: string) => (await ask(query)).data.map(({ firstName }) => firstName);

describe('the list of customers', () => {
  it('is sorted by value, last order or orders in the store’s currency, then come those who never bought in it', async () => {
    expect(await names('sort=value')).toEqual(['Élise', 'Cas', 'Dee', 'Bo']);
    expect(await names('sort=lastOrder')).toEqual(['Élise', 'Cas', 'Dee', 'Bo']);
    expect(await names('sort=orders')).toEqual(['Cas', 'Élise', 'Dee', 'Bo']);
    expect(await ask('sort=price')).toMatchObject({ status: 400, code: 'request.invalid' });
  });

  it('counts up from those without any order, and keeps them last where it goes by the day of an order', async () => {
    expect(await names('sort=orders&direction=ascending')).toEqual(['Dee', 'Bo', 'Élise', 'Cas']);
    expect((await names('sort=value&direction=ascending')).slice(0, 2)).toEqual(['Dee', 'Bo']);
    expect((await names('sort=lastOrder&direction=ascending')).slice(2)).toEqual(['Dee', 'Bo']);
  });

  it('is sorted by what is foreseen; of whom nothing is, they come last either way', async () => {
    const both = async (sort: string) => [await names(`sort=${sort}`), await names(`sort=${sort}&direction=ascending`)];
    for (const [down = [], up = []] of [await both('predictedValue'), await both('probabilityAlive')]) {
      expect(down.slice(0, 2).toSorted()).toEqual(['Cas', 'Élise']);
      expect(up.slice(0, 2)).toEqual(down.slice(0, 2).toReversed());
      expect([down.slice(2), up.slice(2)]).toEqual([
        ['Dee', 'Bo'],
        ['Dee', 'Bo'],
      ]);
    }
    const { data } = await ask('sort=predictedValue');
    const [first, second, dee] = data.map(({ forecast }) => forecast);
    expect(first?.predictedValueMinor).toBeGreaterThan(second?.predictedValueMinor ?? Infinity);
    expect(dee).toBeNull();
  });

  it('is narrowed by what is foreseen, which is of nobody who bought nothing here', async () => {
    const { data } = await ask('sort=predictedValue');
    const [best, other] = data;
    const least = best?.forecast?.predictedValueMinor ?? 0;
    expect(await names(`predictedValueAtLeastMinor=${least}`)).toEqual([best?.firstName]);
    expect(await names('predictedValueAtLeastMinor=0&sort=value')).toEqual(['Élise', 'Cas']);
    const [high, low] = [best, other].toSorted(
      (a, b) => (b?.forecast?.probabilityAlive ?? 0) - (a?.forecast?.probabilityAlive ?? 0),
    );
    const alive = high?.forecast?.probabilityAlive ?? 0;
    expect(await names(`aliveAtLeast=${alive}`)).toEqual([high?.firstName]);
    expect(await names(`aliveBelow=${alive}`)).toEqual([low?.firstName]);
    expect(await ask('aliveBelow=2')).toMatchObject({ status: 400, code: 'request.invalid' });
  });

  it.each([
    'value',
    'lastOrder',
    'orders',
    'newest',
    'predictedValue',
    'probabilityAlive',
    'value&direction=ascending',
    'lastOrder&direction=ascending',
    'probabilityAlive&direction=ascending',
  ])('sorted by %s loses and repeats nobody from page to page', async (sort) => {
    const all = await names(`sort=${sort}`);
    const seen: (string | null)[] = [];
    let cursor = '';
    for (let pages = 0; pages < 5; pages += 1) {
      const page: Page = await ask(`sort=${sort}&limit=1${cursor}`);
      seen.push(...page.data.map(({ firstName }) => firstName));
      expect(page.total).toBe(pages === 0 ? 4 : null);
      if (page.nextCursor === null) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(seen).toEqual(all);
  });

  it.each([
    ['search=elise', ['Élise']],
    ['search=E BUYER', ['Élise', 'Dee']],
    ['search=%25', []],
    ['country=NL', ['Cas', 'Bo']],
    ['ordersAtLeast=3', ['Cas']],
    ['valueAtLeastMinor=3500', ['Élise', 'Cas']],
    ['valueAtLeastMinor=3501', ['Élise']],
    ['firstOrderSince=2026-10-02T12:00:00Z', ['Cas']],
    ['lastOrderSince=2026-10-09T00:00:00Z', ['Élise']],
    ['consent=subscribed', []],
    ['consent=unknown&country=NL&ordersAtLeast=1', ['Cas']],
  ])('narrowed by %s takes in %j, and says how many', async (query, expected) => {
    const page = await ask(`sort=value&${query}`);
    expect(page.data.map(({ firstName }) => firstName)).toEqual(expected);
    expect(page.total).toBe(expected.length);
  });

  it('is narrowed to the members of a segment', async () => {
    const [cas] = (await ask('search=cas')).data;
    const segmentId = newId();
    await intake.query(sql`
      insert into segment (store_id, id, key, name, rule) values (${intake.storeId}, ${segmentId}, 'tried', 'Tried', '{}')`);
    await intake.query(sql`
      insert into membership (store_id, segment_id, customer_id, since) values (${intake.storeId}, ${segmentId}, ${cas?.id}, now())`);
    expect(await names('segment=tried&sort=value')).toEqual(['Cas']);
    expect(await ask('segment=unheard-of')).toMatchObject({ data: [], total: 0 });
  });

  it('says what is wrong with a filter', async () => {
    expect(await ask('country=nl')).toMatchObject({
      code: 'request.invalid',
      errors: [{ message: expect.stringContaining('NL') }],
    });
    expect(await ask('ordersAtLeast=none')).toMatchObject({ code: 'request.invalid' });
  });
});

describe('what is usual', () => {
  it('is the median of the buyers, with how many it is made of', async () => {
    const url = `/api/v1/stores/${intake.storeId}/customer-medians`;
    // Élise 4000, Cas 3500; gaps 10, 2 and 4 days.
    expect((await http.app.inject({ url, headers })).json()).toEqual({
      currency: 'EUR',
      buyers: 2,
      valueMinor: 3_750,
      orders: 2.5,
      daysBetweenOrders: 4,
      gaps: 3,
      returned: 2,
    });
  });

  it('is nothing of another store', async () => {
    expect(await ask('sort=value', other.storeId)).toEqual({ data: [], nextCursor: null, total: 0 });
    const url = `/api/v1/stores/${other.storeId}/customer-medians`;
    expect((await http.app.inject({ url, headers })).json()).toMatchObject({ buyers: 0, valueMinor: null, gaps: 0 });
  });
});
