import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { dayMs, minuteMs, toInstant, type StoreId } from '@regulars/core/shared';
import { createForecastWorld } from '../../../test-support/forecast-world.ts';
import { openTestDatabase, type OpenTestDatabase } from '../../../test-support/open-test-database.ts';
import { seedCustomers } from '../../../test-support/seed-customers.ts';
import { seedStore } from '../../../test-support/seed-store.ts';
import { simulateBuyers } from '../../../test-support/simulate-buyers.ts';
import { appendEvents } from '../../foundation/events/event-log.ts';
import { runLanes } from '../../foundation/lanes/run-lanes.ts';
import { createPostgresNudges } from '../../foundation/nudges/postgres-nudges.ts';
import { rescoreEverybodyLane } from './jobs.ts';
import { findModel } from './model-repository.ts';
import { findOutlook } from './store-outlook.ts';

// Until a midnight, so that the same purchases fall on the same days at whatever hour the test runs.
const buyers = simulateBuyers(600, { until: toInstant(Math.floor(Date.now() / dayMs) * dayMs), spanDays: 500 });
let opened: OpenTestDatabase;
let world: ReturnType<typeof createForecastWorld>;
let storeIds: StoreId[] = [];

beforeAll(async () => {
  opened = await openTestDatabase();
  world = createForecastWorld(opened, () => storeIds);
});
afterAll(() => opened.close());
beforeEach(() => {
  opened.clock.shiftMs = 0;
  storeIds = [];
});

async function storeWith(some: typeof buyers): Promise<StoreId> {
  const storeId = await seedStore(opened.database);
  storeIds.push(storeId);
  // Ids are unique over stores only by chance: each store has people of its own.
  const people = some.map((buyer) => ({ ...buyer, customerId: crypto.randomUUID() as typeof buyer.customerId }));
  await opened.database.withStore(storeId, (tx) => seedCustomers(tx, storeId, people));
  return storeId;
}
const modelOf = async (storeId: StoreId) => {
  const found = await opened.database.withStore(storeId, (tx) => findModel(tx, storeId));
  if (found === null) throw new Error('The store has no model.');
  return found;
};
/** One more order today by some of the store's customers. */
async function buyAgain(storeId: StoreId, count: number): Promise<void> {
  await opened.database.withStore(storeId, async (tx, now) => {
    const { rows } = await sql<{ id: never }>`
      with again as (select customer_id from customer_forecast order by customer_id limit ${count}), written as (
        insert into orders (store_id, id, connection_id, external_id, number, customer_id, placed_at, source_updated_at, status, platform_status,
                            currency, grand_minor, discount_minor, refunded_minor, model, received_at)
        select ${storeId}::uuid, gen_random_uuid(), ${storeId}::uuid, gen_random_uuid()::text, 'again', customer_id, clock_now(), clock_now(), 'paid',
               'paid', 'EUR', 2500, 0, 0, '{}', clock_now() from again)
      update customer_value v set order_count = order_count + 1, gross_minor = gross_minor + 2500, purchased_at = purchased_at || clock_now()
      from again where v.customer_id = again.customer_id
      returning v.customer_id as id`.execute(tx);
    await appendEvents(
      tx,
      storeId,
      rows.map(({ id }) => ({ customerId: id, kind: 'orderPaid', at: now, data: {} })),
    );
  });
  await world.settle(storeId);
}

describe('a store’s model', () => {
  it('is fitted to all that was bought, everybody is scored by it, and it is put to the test', async () => {
    const storeId = await storeWith(buyers);
    await world.settle();
    const { model, evidence, customers, purchases } = await modelOf(storeId);
    const rows = await world.forecasts(storeId);
    expect(customers).toBe(buyers.length);
    expect(purchases).toBe(rows.reduce((sum, { days }) => sum + days.length, 0));
    expect(model.repeatCount).toBe(purchases - customers);
    expect(rows).toHaveLength(buyers.length);
    expect(rows.every(({ valueMinor }) => Number.isSafeInteger(valueMinor) && valueMinor >= 0)).toBe(true);
    // It foretold the held-out part, not merely its size: better than the past alone, and who buys more.
    expect(evidence?.meanAbsoluteError).toBeLessThan(evidence?.meanAbsoluteErrorOfPast ?? 0);
    expect(evidence?.rankCorrelation).toBeGreaterThan(0.3);
    // By chance alone these some 270 purchases may be a quarter off; what the past alone says is off by far more.
    expect(Math.abs((evidence?.purchasesExpected ?? 0) / (evidence?.purchasesActual ?? 1) - 1)).toBeLessThan(0.35);
    expect(evidence?.coverage).toBeGreaterThan(0.7);
  });

  it('says what all customers are expected to bring, between two values', async () => {
    const storeId = await storeWith(buyers);
    await world.settle();
    const outlook = await opened.database.withStore(storeId, (tx) => findOutlook(tx, storeId));
    const rows = await world.forecasts(storeId);
    expect(outlook?.valueMinor).toBe(rows.reduce((sum, { valueMinor }) => sum + valueMinor, 0));
    expect(outlook?.value.low).toBeLessThan(outlook?.valueMinor ?? 0);
    expect(outlook?.value.high).toBeGreaterThan(outlook?.valueMinor ?? Infinity);
    expect(outlook?.value.low).toBeGreaterThan(0.4 * (outlook?.valueMinor ?? 0));
  });

  it('is fitted anew when what was bought grew by a tenth, when a day passed that brought something, or a week', async () => {
    const storeId = await storeWith(buyers.slice(0, 100));
    await world.settle();
    const generations: number[] = [];
    const note = async () => generations.push((await modelOf(storeId)).generation);
    const pass = async (durationMs: number) => {
      opened.clock.shiftMs += durationMs;
      await world.settle();
    };
    await note();
    await pass(10 * minuteMs);
    await buyAgain(storeId, 2);
    await note();
    await buyAgain(storeId, 60);
    await pass(2 * minuteMs);
    await note();
    await pass(dayMs + minuteMs);
    await pass(2 * minuteMs);
    await note();
    await buyAgain(storeId, 1);
    await pass(dayMs);
    await pass(2 * minuteMs);
    await note();
    for (let day = 0; day < 8; day += 1) await pass(dayMs);
    await pass(2 * minuteMs);
    await note();
    const steps = generations.slice(1).map((generation, index) => generation - (generations[index] ?? 0));
    expect(steps).toEqual([0, 1, 0, 1, 1]);
  });

  it('falls day by day for whoever stays away, without an event and without another fit', async () => {
    const storeId = await storeWith(buyers.slice(0, 100));
    await world.settle();
    const before = await world.forecasts(storeId);
    const { generation } = await modelOf(storeId);
    opened.clock.shiftMs += 3 * dayMs;
    for (const lane of world.lanes.filter(({ name }) => name === rescoreEverybodyLane)) await lane.work(storeId);
    const after = await world.forecasts(storeId);
    expect((await modelOf(storeId)).generation).toBe(generation);
    const alive = (rows: typeof after) => rows.reduce((sum, { probabilityAlive }) => sum + probabilityAlive, 0);
    expect(alive(after)).toBeLessThan(alive(before));
    expect(after.map(({ dueDay }) => dueDay)).toEqual(before.map(({ dueDay }) => dueDay));
  });

  it('learns from other stores’ parameters where it has few customers, and of no customer', async () => {
    await storeWith(buyers);
    await world.settle();
    const small = await storeWith(buyers.slice(0, 3));
    await world.settle();
    const { model } = await modelOf(small);
    expect(model.transactions.parameters.every(Number.isFinite)).toBe(true);
    const prior = await world.deps.learnPrior(small);
    expect(prior.storeCount).toBe(1);
    expect(JSON.stringify(prior)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7/);
    // A store is not told its own opinion.
    expect((await world.deps.learnPrior(storeIds[0] as StoreId)).storeCount).toBe(0);
  });

  it('that cannot be read holds up no other store', async () => {
    const broken = await storeWith(buyers.slice(0, 20));
    await world.settle(broken);
    await opened.database.withStore(broken, (tx) =>
      sql`update value_model set model = '{}', generation = generation + 1`.execute(tx),
    );
    const sound = await storeWith(buyers.slice(0, 40));
    const nudges = createPostgresNudges(opened.databaseUrl, pino({ level: 'silent' }));
    const running = runLanes({
      database: opened.database,
      storeIds: async () => [broken, sound],
      lanes: world.lanes,
      nudges,
      log: pino({ level: 'silent' }),
      pollMs: 50,
    });
    try {
      await vi.waitFor(async () => expect((await modelOf(sound)).customers).toBe(40), {
        timeout: 15_000,
        interval: 100,
      });
      expect(running.failing().every(({ storeId }) => storeId === broken)).toBe(true);
      expect(running.failing().length).toBeGreaterThan(0);
    } finally {
      await running.stop();
      await nudges.close();
    }
  });
});
