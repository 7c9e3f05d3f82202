import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dayMs, hourMs, minuteMs, type CustomerId, type OrderId } from '@regulars/core/shared';
import { openSequenceWorld, orderFacts, type SequenceWorld } from '../../test-support/open-sequence-world.ts';
import { openTestDatabase, type OpenTestDatabase } from '../../test-support/open-test-database.ts';
import { appendEvents } from '../foundation/events/event-log.ts';
import { newId } from '../foundation/ids.ts';
import { createAdvanceLane, createReactLane } from './jobs.ts';

let opened: OpenTestDatabase;
let world: SequenceWorld;

beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());
beforeEach(async () => {
  world = await openSequenceWorld(opened);
});

describe('an order', () => {
  it('brings a thank-you at once, and the next mail when its wait is over, and not before', async () => {
    await world.happened('orderPaid', orderFacts());
    expect(await world.react()).toBe(1);
    expect(await world.mails()).toEqual([{ template: 'thank-you', state: 'planned', reason: null }]);
    const [resting] = await world.enrollments();
    expect(resting).toMatchObject({ status: 'active', stepId: 'until-it-arrives' });
    expect(await world.pass(4 * dayMs - minuteMs)).toBe(0);
    expect(await world.mails()).toHaveLength(1);
    expect(await world.pass(dayMs)).toBe(1);
    expect((await world.mails()).map(({ template }) => template)).toEqual(['thank-you', 'get-to-know']);
  });

  it('told again and again enrolls once, and begins nothing anew', async () => {
    const orderId: OrderId = newId();
    await world.happened('orderPaid', orderFacts(orderId));
    await world.happened('orderPaid', orderFacts(orderId));
    await world.react();
    await world.pass(5 * dayMs);
    await world.happened('orderPaid', orderFacts(orderId));
    await world.react();
    expect(await world.enrollments()).toMatchObject([{ stepId: 'time-to-use-it' }]);
    const enrolled = await world.query(sql`select from event where customer_id = ${world.anna} and kind = 'enrolled'`);
    expect(enrolled).toHaveLength(1);
  });

  it('heard of too late to have "just come in" thanks nobody', async () => {
    await world.happened('orderPaid', orderFacts(), { agoMs: 49 * hourMs });
    await world.react();
    expect(await world.enrollments()).toEqual([]);
  });

  it('brought in from a file thanks nobody, however young', async () => {
    await world.happened('orderPaid', { ...orderFacts(), isHistory: true });
    await world.react();
    expect(await world.enrollments()).toEqual([]);
  });

  it('that is refunded ends its enrollment and calls the planned mails off', async () => {
    const orderId: OrderId = newId();
    await world.happened('orderPaid', orderFacts(orderId));
    await world.react();
    await world.happened('orderRefunded', orderFacts(orderId));
    await world.react();
    expect(await world.enrollments()).toMatchObject([{ status: 'exited', reason: 'order_refunded', dueAt: null }]);
    expect(await world.mails()).toEqual([{ template: 'thank-you', state: 'cancelled', reason: 'order_refunded' }]);
  });

  it('after another one ends the run of that one and begins its own', async () => {
    await world.happened('orderPaid', orderFacts(), { agoMs: hourMs });
    await world.react();
    await world.happened('orderPaid', orderFacts(newId(), 2));
    await world.react();
    expect((await world.enrollments()).map(({ status, reason }) => [status, reason]).toSorted()).toEqual([
      ['active', null],
      ['exited', 'ordered_again'],
    ]);
  });

  it('walks to its end through every mail, for a customer who kept it', async () => {
    await world.happened('orderPaid', orderFacts());
    await world.react();
    await world.query(sql`
      insert into membership (store_id, segment_id, customer_id, since)
      select store_id, id, ${world.anna}::uuid, clock_now() from segment where key = 'buyers'`);
    for (let day = 0; day < 30; day += 1) await world.pass(dayMs);
    expect((await world.mails()).map(({ template }) => template)).toEqual([
      'thank-you',
      'get-to-know',
      'check-in',
      'review-request',
    ]);
    expect(await world.enrollments()).toMatchObject([{ status: 'completed', reason: null }]);
    const kinds = await world.query(
      sql<{
        kind: string;
      }>`select kind from event where customer_id = ${world.anna} and kind <> 'stepTaken' order by seq`,
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(['orderPaid', 'enrolled', 'enrollmentEnded']);
  });

  it('asks nobody for a review who is no buyer any more', async () => {
    await world.happened('orderPaid', orderFacts());
    await world.react();
    for (let day = 0; day < 30; day += 1) await world.pass(dayMs);
    expect((await world.mails()).map(({ template }) => template)).toEqual(['thank-you', 'get-to-know', 'check-in']);
    expect(await world.enrollments()).toMatchObject([{ status: 'exited', reason: 'not_a_buyer' }]);
  });
});

describe('workers at the same work', () => {
  it('decide each enrollment once', async () => {
    const crowd: CustomerId[] = Array.from({ length: 500 }, () => newId());
    await opened.database.withStore(world.storeId, (tx, now) =>
      appendEvents(
        tx,
        world.storeId,
        crowd.map((customerId) => ({ customerId, kind: 'orderPaid', at: now, data: orderFacts() })),
      ),
    );
    const lane = createReactLane(world.deps);
    await Promise.all(Array.from({ length: 4 }, () => lane.work(world.storeId)));
    expect(await opened.database.withStores([world.storeId], lane.listDueStores)).toEqual([]);
    opened.clock.shiftMs += 5 * dayMs;
    await Promise.all(Array.from({ length: 4 }, () => createAdvanceLane(world.deps).work(world.storeId)));
    expect(await world.query(sql<{ n: number }>`select count(*) as n from effect`)).toEqual([{ n: 1_000 }]);
    expect(await world.query(sql<{ n: number }>`select count(*) as n from event where kind = 'enrolled'`)).toEqual([
      { n: 500 },
    ]);
  });
});
