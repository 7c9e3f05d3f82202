import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dayMs, minuteMs, plus, toInstant, type CustomerId, type StoreId } from '@regulars/core/shared';
import { createForecastWorld } from '../../test-support/forecast-world.ts';
import { openTestDatabase, type OpenTestDatabase } from '../../test-support/open-test-database.ts';
import { seedCustomers } from '../../test-support/seed-customers.ts';
import { seedStore } from '../../test-support/seed-store.ts';
import { simulateBuyers } from '../../test-support/simulate-buyers.ts';
import { unhurriedLanes } from '../customers/forecasts/jobs.ts';
import { settle } from '../demo/living/settle.ts';
import { newId } from '../foundation/ids.ts';
import { createDefinitionCache } from '../sequences/definition-cache.ts';
import { reactToEvents } from '../sequences/react-to-events.ts';
import { createSequence } from '../sequences/save-sequence.ts';
import { resumeSequence } from '../sequences/switch-sequence.ts';
import { pino } from 'pino';
import { createSegment } from './save-segment.ts';
import { createRecountBoard } from './recount-board.ts';

let opened: OpenTestDatabase;
let storeId: StoreId;
let world: ReturnType<typeof createForecastWorld>;
const anna: CustomerId = newId();

const slipping = { key: 'slipping', name: 'Slipping', rule: { field: 'probabilityAlive', is: 'lessThan', value: 0.5 } };
const due = { key: 'due', name: 'Due', rule: { field: 'nextPurchaseInDays', is: 'within', value: 7 } };
const winBack = {
  key: 'win-back',
  name: 'Win back',
  purpose: 'Writes to whoever is about to be lost.',
  trigger: { event: 'segmentEntered', when: { segmentKey: 'slipping' } },
  reentry: 'oncePerCustomer',
  exitOn: ['orderedAgain', 'segmentLeft'],
  steps: [{ id: 'wait', kind: 'wait', delayMs: dayMs }],
};

beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());
beforeEach(async () => {
  opened.clock.shiftMs = 0;
  storeId = await seedStore(opened.database, 'UTC');
  world = createForecastWorld(opened, () => [storeId]);
});

const deps = () => ({ database: opened.database, recounts: createRecountBoard() });
const events = (kind: string) =>
  opened.database.withStore(storeId, async (tx) => {
    const { rows } = await sql<{ customerId: CustomerId; cause: string; key: string; at: number }>`
      select customer_id as "customerId", data ->> 'cause' as cause, data ->> 'segmentKey' as key, at from event
      where store_id = ${storeId} and kind = ${kind} order by recorded_at, customer_id`.execute(tx);
    return rows;
  });
/** Time passes, and no model learns meanwhile. */
const pass = async (durationMs: number) => {
  opened.clock.shiftMs += durationMs;
  const lanes = world.lanes.filter(({ name }) => !unhurriedLanes.includes(name));
  await settle({ database: opened.database, lanes }, [storeId]);
};

/** Anna bought every ten days up to now, among people who do much the same. */
async function annaIsARegular(): Promise<void> {
  const now = toInstant(Date.now());
  const at = (days: number) => ({
    at: plus(now, -days * dayMs),
    grandMinor: 2_000,
    productExternalIds: [],
    categories: [],
  });
  const regular = {
    customerId: anna,
    country: 'NL',
    discountedOrderCount: 0,
    refundedMinor: 0,
    purchases: [60, 50, 40, 30, 20, 10, 0].map(at),
  };
  const others = simulateBuyers(150, { until: now, spanDays: 400 });
  await opened.database.withStore(storeId, (tx) => seedCustomers(tx, storeId, [regular, ...others]));
  await world.settle();
}

describe('a segment that asks what is foreseen', () => {
  it('takes a regular in on the day P(alive) falls below its limit, and a sequence begins', async () => {
    await createSegment(deps(), storeId, slipping);
    const sequences = {
      database: opened.database,
      definitions: createDefinitionCache(),
      log: pino({ level: 'silent' }),
      findTemplateKeys: async () => new Set<string>(),
    };
    const made = await createSequence(sequences, storeId, winBack);
    if (!made.ok) throw new Error(JSON.stringify(made.failure));
    await resumeSequence(sequences, storeId, made.value.id);
    await annaIsARegular();
    const entered = async () => (await events('segmentEntered')).filter(({ customerId }) => customerId === anna);
    expect(await entered()).toEqual([]);

    let days = 0;
    for (; days < 120 && (await entered()).length === 0; days += 1) await pass(dayMs);
    expect(days, 'not at once, and not never').toBeGreaterThan(5);
    const [movement] = await entered();
    expect(movement).toMatchObject({ key: 'slipping', cause: 'timePassed' });
    const annas = (await world.forecasts(storeId)).find(({ customerId }) => customerId === anna);
    expect(annas?.probabilityAlive).toBeLessThan(0.5);

    await reactToEvents(sequences, storeId);
    const { rows } = await opened.database.withStore(storeId, (tx) =>
      sql<{ status: string }>`select status from enrollment where customer_id = ${anna}`.execute(tx),
    );
    expect(rows).toEqual([{ status: 'active' }]);
  });

  it('tells of whom only a new model moved that nothing happened to them: no sequence begins', async () => {
    await createSegment(deps(), storeId, slipping);
    await annaIsARegular();
    const all = await events('segmentEntered');
    expect(all.length, 'many left long ago').toBeGreaterThan(20);
    expect(new Set(all.map(({ cause }) => cause))).toEqual(new Set(['modelChanged']));
  });

  it('takes in on the day so many days have passed since an order; a new model has no part in that', async () => {
    const rule = { field: 'lastPurchaseDaysAgo', is: 'moreThan', value: 2 };
    await createSegment(deps(), storeId, { key: 'away', name: 'Away', rule });
    await annaIsARegular();
    const entered = await events('segmentEntered');
    expect(new Set(entered.map(({ key, cause }) => `${key} ${cause}`))).toEqual(new Set(['away timePassed']));
    const isIn = async () => (await events('segmentEntered')).some(({ customerId }) => customerId === anna);
    await pass(2 * dayMs);
    expect(await isIn()).toBe(false);
    await pass(dayMs);
    expect(await isIn()).toBe(true);
  });

  it('takes in on the day their next purchase comes near, and lets go when it is past', async () => {
    await annaIsARegular();
    await createSegment(deps(), storeId, due);
    const annas = (await world.forecasts(storeId)).find(({ customerId }) => customerId === anna);
    const gap = (annas?.dueDay ?? 0) - (annas?.days.at(-1) ?? 0);
    const isIn = async () => {
      const moves = [...(await events('segmentEntered')), ...(await events('segmentLeft'))];
      const own = moves.filter(({ customerId, key }) => customerId === anna && key === 'due');
      return own.toSorted((a, b) => a.at - b.at).length % 2 === 1;
    };
    const days: number[] = [];
    for (let day = 0; day <= gap + 2; day += 1) {
      if (await isIn()) days.push(day);
      await pass(dayMs + (day === 0 ? minuteMs : 0));
    }
    expect(days).toEqual(Array.from({ length: Math.min(8, gap + 1) }, (_, index) => Math.max(0, gap - 7) + index));
  });
});
