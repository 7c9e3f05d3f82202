import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  hourMs,
  plus,
  toInstant,
  type CustomerId,
  type Instant,
  type SegmentId,
  type StoreId,
} from '@regulars/core/shared';
import type { SegmentMovement } from '@regulars/core/segments';
import { openTestDatabase, type OpenTestDatabase } from '../../test-support/open-test-database.ts';
import { seedCustomers, type SeededCustomer } from '../../test-support/seed-customers.ts';
import { seedStore } from '../../test-support/seed-store.ts';
import { appendEvents } from '../foundation/events/event-log.ts';
import { newId } from '../foundation/ids.ts';
import { installSegmentPresets, loadMemberships } from './door.ts';
import { createSegmentLanes } from './jobs.ts';
import { createRecountBoard } from './recount-board.ts';
import { writeMovements } from './repository.ts';
import { holdRules, replaceRules } from './rule-lock.ts';
import { deleteSegment, type RetireSegmentDeps } from './retire-segment.ts';
import { createSegment, editSegment, type SaveSegmentDeps } from './save-segment.ts';
import { updateMemberships } from './update-memberships.ts';

let opened: OpenTestDatabase;
let deps: SaveSegmentDeps & RetireSegmentDeps;
let storeId: StoreId;
let now: Instant;

beforeAll(async () => {
  opened = await openTestDatabase();
  deps = { database: opened.database, recounts: createRecountBoard(), findUses: async () => [] };
});
afterAll(() => opened.close());
beforeEach(async () => {
  storeId = await seedStore(opened.database);
  now = await opened.database.withStore(storeId, async (tx, at) => {
    await installSegmentPresets(tx, storeId);
    return at;
  });
});

function customer(purchaseCount: number, country = 'NL'): SeededCustomer {
  const purchase = { at: plus(now, -hourMs), grandMinor: 1_000, productExternalIds: ['1'], categories: ['tea'] };
  return {
    customerId: newId(),
    country,
    discountedOrderCount: 0,
    refundedMinor: 0,
    purchases: Array.from({ length: purchaseCount }, () => purchase),
  };
}

async function seed(customers: readonly SeededCustomer[]): Promise<void> {
  await opened.database.withStore(storeId, (tx) => seedCustomers(tx, storeId, customers));
}

async function tell(kind: string, customerIds: readonly CustomerId[], at: Instant, data = {}): Promise<void> {
  await opened.database.withStore(storeId, (tx) =>
    appendEvents(
      tx,
      storeId,
      customerIds.map((customerId) => ({ customerId, kind, at, data })),
    ),
  );
}

async function keysOf(customerId: CustomerId): Promise<string[]> {
  const memberships = await opened.database.withStore(storeId, (tx) => loadMemberships(tx, storeId, [customerId]));
  return [...(memberships.get(customerId) ?? [])].sort();
}

async function movementsOf(customerId: CustomerId): Promise<{ kind: string; at: Instant; data: SegmentMovement }[]> {
  const { rows } = await opened.database.withStore(storeId, (tx) =>
    sql<{ kind: string; at: Instant; data: SegmentMovement }>`
      select kind, at, data from event where customer_id = ${customerId} and kind like 'segment%' order by seq`.execute(
      tx,
    ),
  );
  return rows;
}

describe('what happens to a customer', () => {
  it('moves them between segments, each movement an event at the time of what caused it', async () => {
    const anna = customer(1);
    await seed([anna]);
    await tell('orderPaid', [anna.customerId], plus(now, -hourMs));
    expect(await updateMemberships(opened, storeId)).toBe(1);
    expect(await keysOf(anna.customerId)).toEqual(['buyers', 'first-time']);

    await opened.database.withStore(storeId, (tx) =>
      sql`update customer_value set order_count = 3 where customer_id = ${anna.customerId}`.execute(tx),
    );
    await tell('orderPaid', [anna.customerId], now);
    await updateMemberships(opened, storeId);
    expect(await keysOf(anna.customerId)).toEqual(['buyers', 'loyal']);
    const movements = await movementsOf(anna.customerId);
    expect(movements.map(({ kind, at, data }) => [kind, data.segmentKey, at, data.cause])).toEqual([
      ['segmentEntered', 'buyers', plus(now, -hourMs), 'customerChanged'],
      ['segmentEntered', 'first-time', plus(now, -hourMs), 'customerChanged'],
      ['segmentLeft', 'first-time', now, 'customerChanged'],
      ['segmentEntered', 'loyal', now, 'customerChanged'],
    ]);
  });

  it('is history when nothing else is heard of them than orders of before', async () => {
    const [anna, bea] = [customer(1), customer(1)];
    await seed([anna, bea]);
    const both = [anna.customerId, bea.customerId];
    await tell('orderPaid', both, plus(now, -hourMs), { isHistory: true });
    await tell('customerChanged', both, now);
    await tell('orderPaid', [bea.customerId], now, { isHistory: false });
    await updateMemberships(opened, storeId);
    expect((await movementsOf(anna.customerId)).map(({ data }) => data.isHistory)).toEqual([true, true]);
    expect((await movementsOf(bea.customerId)).map(({ data }) => data.isHistory)).toEqual([false, false]);
  });

  it('is counted on its day in the store’s own time zone, apart from what changed rules do', async () => {
    const anna = customer(1);
    await seed([anna]);
    const lateEvening = toInstant(Date.parse('2026-06-30T22:30:00Z'));
    await opened.database.withStore(storeId, (tx) =>
      sql`update store set time_zone = 'Europe/Amsterdam' where id = ${storeId}`.execute(tx),
    );
    await tell('orderPaid', [anna.customerId], lateEvening);
    await updateMemberships(opened, storeId);
    const { rows } = await opened.database.withStore(storeId, (tx) =>
      sql<{ key: string }>`
        select s.key, d.day::text, d.cause, d.entered, d.left_again as left
        from segment_day d join segment s on s.store_id = d.store_id and s.id = d.segment_id
        where d.store_id = ${storeId} order by s.key`.execute(tx),
    );
    const day = { day: '2026-07-01', cause: 'customerChanged', entered: 1, left: 0 };
    expect(rows).toEqual([
      { key: 'buyers', ...day },
      { key: 'first-time', ...day },
    ]);
  });

  it('that changes nothing about segments writes nothing', async () => {
    const anna = customer(1);
    await seed([anna]);
    await tell('orderPaid', [anna.customerId], now);
    await updateMemberships(opened, storeId);
    await tell('customerChanged', [anna.customerId], now);
    expect(await updateMemberships(opened, storeId)).toBe(1);
    expect(await movementsOf(anna.customerId)).toHaveLength(2);
    expect(await updateMemberships(opened, storeId)).toBe(0);
  });

  it('that erases them takes them out of every segment', async () => {
    const anna = customer(3);
    await seed([anna]);
    await tell('orderPaid', [anna.customerId], now);
    await updateMemberships(opened, storeId);
    await opened.database.withStore(storeId, (tx) =>
      sql`update customer set erased_at = clock_now() where id = ${anna.customerId}`.execute(tx),
    );
    await tell('customerErased', [anna.customerId], now);
    await updateMemberships(opened, storeId);
    expect(await keysOf(anna.customerId)).toEqual([]);
  });

  it('is worked off in batches, by workers that do not wait for one another', async () => {
    const crowd = Array.from({ length: 450 }, () => customer(1));
    await seed(crowd);
    await tell(
      'orderPaid',
      crowd.map(({ customerId }) => customerId),
      now,
    );
    const [lane] = createSegmentLanes(opened);
    expect(await opened.database.withStores([storeId], lane.listDueStores)).toEqual([storeId]);
    const counts = await Promise.all([lane.work(storeId), lane.work(storeId), lane.work(storeId)]);
    // How they share it depends on who was where when; that nobody is taken twice or left over does not.
    for (let more = await lane.work(storeId); more > 0; more = await lane.work(storeId)) counts.push(more);
    expect(Math.max(...counts)).toBeLessThanOrEqual(200);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(450);
    expect(await opened.database.withStores([storeId], lane.listDueStores)).toEqual([]);
  });
});

describe('a changed rule', () => {
  const fromBelgium = { key: 'belgium', name: 'Belgium', rule: { field: 'country', is: 'oneOf', value: ['BE'] } };

  async function made(): Promise<SegmentId> {
    const saved = await createSegment(deps, storeId, fromBelgium);
    if (!saved.ok) throw new Error(JSON.stringify(saved.failure));
    return saved.value.id;
  }

  it('takes in at once whom it describes and lets the others go, and says that nothing happened to them', async () => {
    const [anna, bert] = [customer(1, 'BE'), customer(1, 'NL')];
    await seed([anna, bert]);
    const saved = await createSegment(deps, storeId, fromBelgium);
    expect(saved).toMatchObject({ ok: true, value: { movedCount: 1 } });
    expect(deps.recounts.list(storeId), 'a recount that has ended is not shown').toEqual([]);
    expect([await keysOf(anna.customerId), await keysOf(bert.customerId)]).toEqual([['belgium'], []]);

    const id = saved.ok ? saved.value.id : newId<'Segment'>();
    const edited = await editSegment(deps, storeId, id, { rule: { field: 'country', is: 'oneOf', value: ['NL'] } });
    expect(edited).toMatchObject({ ok: true, value: { name: 'Belgium', movedCount: 2 } });
    expect([await keysOf(anna.customerId), await keysOf(bert.customerId)]).toEqual([[], ['belgium']]);
    expect((await movementsOf(anna.customerId)).map(({ kind, data }) => [kind, data.cause])).toEqual([
      ['segmentEntered', 'ruleChanged'],
      ['segmentLeft', 'ruleChanged'],
    ]);
  });

  it('waits for the batch that still goes by the old one, so that nobody stays where they no longer belong', async () => {
    const anna = customer(1, 'BE');
    await seed([anna]);
    const id = await made();
    await opened.database.withStore(storeId, (tx) => sql`delete from membership`.execute(tx));
    let edit: Promise<unknown> = Promise.resolve();
    await opened.database.withStore(storeId, async (tx) => {
      await holdRules(tx, storeId);
      edit = editSegment(deps, storeId, id, { rule: { field: 'country', is: 'oneOf', value: ['DE'] } });
      await vi.waitFor(async () => {
        const { rows } = await sql`select from pg_locks where locktype = 'advisory' and not granted`.execute(tx);
        expect(rows).toHaveLength(1);
      });
      await writeMovements(tx, storeId, [
        { customerId: anna.customerId, segmentId: id, kind: 'segmentEntered', at: now },
      ]);
    });
    await edit;
    expect(await keysOf(anna.customerId)).toEqual([]);
  });

  it('keeps new batches out until it is done', async () => {
    const anna = customer(1, 'BE');
    await seed([anna]);
    await tell('orderPaid', [anna.customerId], now);
    let batch: Promise<number> = Promise.resolve(0);
    await opened.database.withStore(storeId, async (tx) => {
      await replaceRules(tx, storeId);
      batch = updateMemberships(opened, storeId);
      await vi.waitFor(async () => {
        const { rows } = await sql`select from pg_locks where locktype = 'advisory' and not granted`.execute(tx);
        expect(rows).toHaveLength(1);
      });
    });
    expect(await batch).toBe(1);
  });

  it('is refused with the place of the trouble, and leaves all as it was', async () => {
    const id = await made();
    expect(
      await editSegment(deps, storeId, id, { rule: { field: 'country', is: 'oneOf', value: ['Belgium'] } }),
    ).toMatchObject({
      ok: false,
      failure: [{ code: 'segment.rule_invalid', path: '/rule/value/0' }],
    });
    expect(await createSegment(deps, storeId, fromBelgium)).toMatchObject({
      ok: false,
      failure: [{ code: 'segment.key_taken', path: '/key' }],
    });
    expect(await editSegment(deps, storeId, newId<'Segment'>(), {})).toMatchObject({
      ok: false,
      failure: [{ code: 'segment.not_found' }],
    });
  });

  it('of a deleted segment lets everybody go', async () => {
    const anna = customer(1, 'BE');
    await seed([anna]);
    const id = await made();
    expect(await deleteSegment(deps, storeId, id)).toMatchObject({ ok: true });
    expect(await deleteSegment(deps, storeId, id)).toMatchObject({ ok: false });
    expect((await movementsOf(anna.customerId)).map(({ kind }) => kind)).toEqual(['segmentEntered', 'segmentLeft']);
  });
});
