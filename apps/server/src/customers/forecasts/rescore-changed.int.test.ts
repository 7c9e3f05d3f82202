import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dayMs, plus, type StoreId } from '@regulars/core/shared';
import { anOrder, october } from '../../../test-support/an-order.ts';
import { createForecastWorld } from '../../../test-support/forecast-world.ts';
import { openTestDatabase, type OpenTestDatabase } from '../../../test-support/open-test-database.ts';
import { createOrderIntake, type OrderIntake } from '../../../test-support/order-intake.ts';

let opened: OpenTestDatabase;
let world: ReturnType<typeof createForecastWorld>;
let intake: OrderIntake;
const storeIds: StoreId[] = [];

beforeAll(async () => {
  opened = await openTestDatabase();
  world = createForecastWorld(opened, () => storeIds);
});
afterAll(() => opened.close());
beforeEach(async () => {
  intake = await createOrderIntake(opened);
  storeIds.push(intake.storeId);
});

const order = (externalId: string, daysAfter: number, change: object = {}) => {
  const at = plus(october, daysAfter * dayMs);
  return {
    kind: 'orderUpserted' as const,
    order: anOrder({ externalId, number: externalId, placedAt: at, paidAt: at, updatedAt: at, ...change }),
  };
};
const happen = async (...events: readonly ReturnType<typeof order>[]) => {
  for (const event of events) await intake.receive([event]);
  await intake.work();
  await world.settle(intake.storeId);
};
const theOne = async () => (await world.forecasts(intake.storeId))[0];

describe('what is foreseen of a customer', () => {
  it('is there with their first order, in a store that knows nobody else', async () => {
    await happen(order('1', 0));
    const forecast = await theOne();
    expect(forecast).toMatchObject({ days: [expect.any(Number)], amountsMinor: [1990] });
    expect(forecast?.probabilityAlive).toBeGreaterThan(0);
    expect(forecast?.probabilityAlive).toBeLessThanOrEqual(1);
    expect(forecast?.valueMinor).toBeGreaterThan(0);
    expect(forecast?.dueDay).toBeGreaterThan(forecast?.days.at(-1) ?? Infinity);
  });

  it('changes with every order of theirs, and is told to the rooms to the right', async () => {
    await happen(order('1', 0));
    const before = await theOne();
    await happen(order('2', 30), order('3', 55));
    const after = await theOne();
    expect(after?.days.length).toBe(3);
    expect(after?.valueMinor).toBeGreaterThan(before?.valueMinor ?? Infinity);
    const told = await intake.query(
      sql<{ at: number }>`select at from event where kind = 'forecastChanged' order by seq`,
    );
    expect(told.map(({ at }) => at)).toEqual([october, plus(october, 55 * dayMs)]);
  });

  it('counts a day once, nets refunds, and leaves renewals, tests and other currencies out', async () => {
    const totals = (grandMinor: number, refundedMinor = 0) => ({ ...anOrder().totals, grandMinor, refundedMinor });
    await happen(
      order('1', 0, { totals: totals(1_000) }),
      order('2', 0, { totals: totals(500) }),
      order('3', 9, { totals: totals(2_000, 300), status: 'partially_refunded' }),
      order('4', 12, { isRenewal: true }),
      order('5', 13, { isTest: true }),
      order('6', 14, { currency: 'USD' }),
      order('7', 15, { status: 'refunded' }),
      order('8', 16, { status: 'pending', paidAt: null }),
    );
    const forecast = await theOne();
    expect(forecast?.amountsMinor).toEqual([1_500, 1_700]);
    expect(forecast?.days.map((day) => day - (forecast.days[0] ?? 0))).toEqual([0, 9]);
  });

  it('is the same whatever order the orders came in', async () => {
    const orders = [order('1', 0), order('2', 20), order('3', 41), order('4', 41)];
    await happen(...orders);
    const forwards = await theOne();
    intake = await createOrderIntake(opened);
    for (const late of orders.toReversed()) await happen(late);
    const backwards = await theOne();
    const { days, amountsMinor } = forwards ?? { days: [], amountsMinor: [] };
    expect(backwards).toMatchObject({ days, amountsMinor });
  });

  it('is gone when nothing they bought stands any more', async () => {
    await happen(order('1', 0));
    await happen(order('1', 0, { status: 'cancelled', updatedAt: plus(october, dayMs) }));
    expect(await world.forecasts(intake.storeId)).toEqual([]);
  });

  it('is forgotten with the customer', async () => {
    await happen(order('1', 0), order('2', 10));
    expect(await world.forecasts(intake.storeId)).toHaveLength(1);
    await intake.receive([{ kind: 'customerErased', externalId: 'unknown', email: anOrder().customer?.email ?? null }]);
    await intake.work();
    await world.settle(intake.storeId);
    expect(await world.forecasts(intake.storeId)).toEqual([]);
  });
});
