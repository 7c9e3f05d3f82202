import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toInstant, type StoreId } from '@regulars/core/shared';
import { createForecastWorld } from '../../../test-support/forecast-world.ts';
import { createTestHttpApp, type TestHttpApp } from '../../../test-support/create-test-http-app.ts';
import { seedCustomers } from '../../../test-support/seed-customers.ts';
import { seedStore } from '../../../test-support/seed-store.ts';
import { signIn } from '../../../test-support/sign-in.ts';
import { simulateBuyers } from '../../../test-support/simulate-buyers.ts';
import { newId } from '../../foundation/ids.ts';
import { forecastRoutes } from './routes.ts';

let http: TestHttpApp;
let headers: Record<string, string>;
let storeId: StoreId;
let emptyStoreId: StoreId;
const buyers = simulateBuyers(300, { until: toInstant(Date.now()), spanDays: 500 });
const visitor = { ...buyers[0]!, customerId: newId<'Customer'>(), purchases: [] };

beforeAll(async () => {
  http = await createTestHttpApp({ apiRoutes: (database) => [forecastRoutes({ database })] });
  headers = await signIn(http, { role: 'marketer' });
  storeId = await seedStore(http.database);
  emptyStoreId = await seedStore(http.database);
  await http.database.withStore(storeId, (tx) => seedCustomers(tx, storeId, [...buyers, visitor]));
  await createForecastWorld(http, () => [storeId, emptyStoreId]).settle();
});
afterAll(() => http.close());

const ask = async (path: string, store: string = storeId) =>
  (await http.app.inject({ url: `/api/v1/stores/${store}${path}`, headers })).json();

describe('the forecast of a customer', () => {
  it('has a mean within ranges that widen, days that follow one another, and says what it rests on', async () => {
    const bought = buyers.find(({ purchases }) => purchases.length > 3) ?? buyers[0]!;
    const { forecast } = await ask(`/customers/${bought.customerId}/forecast`);
    expect(forecast).toMatchObject({
      horizonDays: 365,
      annualDiscountRate: 0.1,
      currency: 'EUR',
      basis: { on: 'ownCustomers', customers: 300 },
    });
    const { half, most, nearlyAll } = forecast.value.intervals;
    expect([nearlyAll.low, most.low, half.low, half.high, most.high, nearlyAll.high]).toEqual(
      [nearlyAll.low, most.low, half.low, half.high, most.high, nearlyAll.high].toSorted((a, b) => a - b),
    );
    expect(forecast.value.expectedMinor).toBeLessThanOrEqual(nearlyAll.high);
    const { earlyOn, medianOn, lateOn } = forecast.nextPurchase;
    expect([earlyOn, medianOn, lateOn]).toEqual([earlyOn, medianOn, lateOn].toSorted());
    expect(forecast.probabilityAlive).toBeGreaterThanOrEqual(0);
  });

  it('is null before a first purchase, and of nobody there is none', async () => {
    expect(await ask(`/customers/${visitor.customerId}/forecast`)).toEqual({ forecast: null });
    expect(await ask(`/customers/${newId()}/forecast`)).toMatchObject({ status: 404, code: 'customer.not_found' });
    expect(await ask(`/customers/${buyers[0]?.customerId}/forecast`, emptyStoreId)).toMatchObject({ status: 404 });
  });
});

describe('a store’s model', () => {
  it('is shown with its parameters, its verdict in words, how right it would have been, and what is to be expected', async () => {
    const { model, evidence, outlook } = await ask('/value-model');
    expect(model.parameters.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['r', 'p', 'q', 'gamma']),
    );
    expect(model.verdict.message).not.toBe('');
    expect(model.reason).not.toBe('');
    expect(evidence).toMatchObject({ days: expect.any(Number), purchasesActual: expect.any(Number) });
    expect(outlook.customers).toBe(300);
    expect(outlook.value.low).toBeLessThan(outlook.valueMinor);
  });

  it('is null before the first customer', async () => {
    expect(await ask('/value-model', emptyStoreId)).toMatchObject({ model: null, evidence: null, outlook: null });
  });
});
