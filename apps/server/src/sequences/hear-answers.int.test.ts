import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CheckInAnswer } from '@regulars/core/messaging';
import { dayMs, hourMs } from '@regulars/core/shared';
import { sql } from 'kysely';
import { openSequenceWorld, orderFacts, type SequenceWorld } from '../../test-support/open-sequence-world.ts';
import { openTestDatabase, type OpenTestDatabase } from '../../test-support/open-test-database.ts';
import { closeCase } from '../cases/close-case.ts';
import { fileRemark } from '../cases/door.ts';
import { newId } from '../foundation/ids.ts';
import { createAdvanceLane } from './jobs.ts';

let opened: OpenTestDatabase;
let world: SequenceWorld;

beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());
beforeEach(async () => {
  world = await openSequenceWorld(opened);
  await world.happened('orderPaid', orderFacts());
  await world.react();
  await world.query(sql`
    insert into membership (store_id, segment_id, customer_id, since)
    select store_id, id, ${world.anna}::uuid, clock_now() from segment where key = 'buyers'`);
  for (let day = 0; (await templates()).at(-1) !== 'check-in'; day += 1) {
    if (day > 20) throw new Error('The check-in never came.');
    await world.pass(dayMs);
  }
});

const templates = async () => (await world.mails()).map(({ template }) => template);
const enrollment = async () => {
  const [first] = await world.enrollments();
  if (first === undefined) throw new Error('There is no enrollment.');
  return first;
};
const answers = async (answer: CheckInAnswer, enrollmentId: string | null = null) => {
  await world.happened('checkInAnswered', { answer, enrollmentId: enrollmentId ?? (await enrollment()).id });
  await world.react();
};
const opensCase = () =>
  opened.database.withStore(world.storeId, (tx, now) =>
    fileRemark(tx, world.storeId, {
      id: newId(),
      customerId: world.anna,
      messageId: newId(),
      subject: 'How is it going?',
      kind: 'reply',
      words: 'Hello?',
      at: now,
    }),
  );

describe('an answer to the check-in', () => {
  it('that all is great brings the review request forward to the next day', async () => {
    const before = (await enrollment()).dueAt ?? 0;
    await answers('great');
    const after = (await enrollment()).dueAt ?? 0;
    expect(before - after).toBeGreaterThan(5 * dayMs);
    await answers('great');
    expect((await enrollment()).dueAt).toBe(after);
    await world.pass(2 * dayMs);
    expect((await templates()).at(-1)).toBe('review-request');
    const told = await world.query(sql<{ n: number }>`select count(*) as n from event where kind = 'waitShortened'`);
    expect(told).toEqual([{ n: 1 }]);
  });

  it.each([
    ['problem', 'reported_problem'],
    ['question', 'asked_question'],
  ] as const)('that there is a %s ends the run: nobody is asked for a review', async (answer, reason) => {
    await answers(answer);
    expect(await enrollment()).toMatchObject({ status: 'exited', reason });
    await world.pass(30 * dayMs);
    expect(await templates()).not.toContain('review-request');
  });

  it('that changes to a problem calls the review request off that is planned by then', async () => {
    await answers('great');
    await world.pass(2 * dayMs);
    await answers('problem');
    expect((await world.mails()).at(-1)).toMatchObject({
      template: 'review-request',
      state: 'cancelled',
      reason: 'reported_problem',
    });
  });

  it('that is heard once more changes nothing: the same events lead to the same state', async () => {
    await answers('great');
    await world.pass(2 * dayMs);
    await answers('problem');
    const stand = async () => ({ enrollments: await world.enrollments(), mails: await world.mails() });
    const before = await stand();
    await world.query(sql`update event_cursor set position = 0 where consumer = 'sequences'`);
    expect(await world.react()).toBe(1);
    expect(await stand()).toEqual(before);
  });

  it('about another run leaves this one alone', async () => {
    const before = await enrollment();
    await answers('problem', newId());
    expect(await enrollment()).toEqual(before);
  });
});

describe('a customer with an open case', () => {
  it('rests, is not even looked at, and goes on when the case is closed', async () => {
    const caseId = await opensCase();
    expect(await world.pass(30 * dayMs)).toBe(0);
    const lane = createAdvanceLane(world.deps);
    expect(await opened.database.withStores([world.storeId], lane.listDueStores)).toEqual([]);
    if (caseId === null) throw new Error('There is no case.');
    await closeCase(world.deps, world.storeId, caseId, { closedBy: 'person:1', note: null });
    expect(await opened.database.withStores([world.storeId], lane.listDueStores)).toEqual([world.storeId]);
    expect(await world.pass(hourMs)).toBe(1);
    expect((await templates()).at(-1)).toBe('review-request');
  });

  it('is still thanked for a new order, which ends the run of the one before', async () => {
    await opensCase();
    await world.happened('orderPaid', orderFacts(newId(), 2));
    await world.react();
    expect((await templates()).at(-1)).toBe('thank-you');
    expect((await world.enrollments()).map(({ status }) => status)).toEqual(['exited', 'active']);
  });
});
