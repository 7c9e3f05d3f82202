import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dayMs, hourMs, minuteMs, plus, type CustomerId, type EnrollmentId, type Instant, type OrderId, type SequenceId, type StoreId } from '@regulars/core/shared';
import { playbookTemplates, postPurchase, type SequenceDefinition } from '@regulars/core/sequences';
import { openTestDatabase, type OpenTestDatabase } from '../../test-support/open-test-database.ts';
import { seedStore } from '../../test-support/seed-store.ts';
import { appendEvents } from '../foundation/events/event-log.ts';
import { newId } from '../foundation/ids.ts';
import { installSegmentPresets } from '../segments/door.ts';
import { advanceEnrollments } from './advance-enrollments.ts';
import { createDefinitionCache } from './definition-cache.ts';
import { explainSequences, installPlaybook, readEnrollmentStandings } from './door.ts';
import { createAdvanceLane, createReactLane } from './jobs.ts';
import { reactToEvents, type DecideDeps } from './react-to-events.ts';
import { retryEnrollment } from './retry-enrollment.ts';
import { createSequence, publishVersion } from './save-sequence.ts';
import { pauseSequence, resumeSequence } from './switch-sequence.ts';

let opened: OpenTestDatabase;
let deps: DecideDeps;
let storeId: StoreId;
let anna: CustomerId;
const findTemplateKeys = async () => new Set(playbookTemplates.map(({ key }) => key));

beforeAll(async () => {
  opened = await openTestDatabase();
  deps = { database: opened.database, definitions: createDefinitionCache(), log: pino({ level: 'silent' }) };
});
afterAll(() => opened.close());
beforeEach(async () => {
  opened.clock.shiftMs = 0;
  anna = newId();
  storeId = await seedStore(opened.database);
  await opened.database.withStore(storeId, async (tx) => {
    await installSegmentPresets(tx, storeId);
    await installPlaybook(tx, storeId);
  });
});

function order(orderId: OrderId = newId(), purchaseNumber = 1) {
  return { orderId, productExternalIds: ['17'], categories: ['tea'], purchaseNumber, isRenewal: false };
}

/** Tells of something that happened to Anna, `agoMs` ago. */
async function happened(kind: string, data: object, agoMs = 0): Promise<void> {
  await opened.database.withStore(storeId, (tx, now) => appendEvents(tx, storeId, [{ customerId: anna, kind, at: plus(now, -agoMs), data }]));
}

async function react(): Promise<number> {
  return reactToEvents(deps, storeId);
}

/** Lets time pass and moves on whoever is due. */
async function pass(durationMs: number): Promise<number> {
  opened.clock.shiftMs += durationMs;
  return advanceEnrollments(deps, storeId);
}

async function query<Row>(statement: ReturnType<typeof sql<Row>>): Promise<Row[]> {
  return opened.database.withStore(storeId, async (tx) => (await statement.execute(tx)).rows);
}

async function mails() {
  return query(sql<{ template: string; state: string; reason: string | null }>`
    select payload->>'templateKey' as template, state, reason from effect where kind = 'mail' order by created_at, key`);
}

async function enrollments() {
  return query(sql<{ id: EnrollmentId; status: string; reason: string | null; stepId: string | null; version: number; dueAt: Instant | null }>`
    select id, status, reason, step_id as "stepId", version, due_at as "dueAt" from enrollment order by created_at, id`);
}

async function sequenceId(key = 'post-purchase'): Promise<SequenceId> {
  const [row] = await query(sql<{ id: SequenceId }>`select id from sequence where key = ${key}`);
  if (row === undefined) throw new Error(key);
  return row.id;
}

describe('an order', () => {
  it('brings a thank-you ten minutes later, and not before', async () => {
    await happened('orderPaid', order());
    expect(await react()).toBe(1);
    expect(await enrollments()).toMatchObject([{ status: 'active', stepId: 'a-few-minutes' }]);
    expect(await pass(10 * minuteMs - 5_000)).toBe(0);
    expect(await mails()).toEqual([]);
    expect(await pass(6_000)).toBe(1);
    expect(await mails()).toEqual([{ template: 'thank-you', state: 'planned', reason: null }]);
  });

  it('told twice enrolls once', async () => {
    const orderId: OrderId = newId();
    await happened('orderPaid', order(orderId));
    await happened('orderPaid', order(orderId));
    await react();
    await happened('orderPaid', order(orderId));
    await react();
    expect(await enrollments()).toHaveLength(1);
  });

  it('of long ago that becomes known now thanks nobody', async () => {
    await happened('orderPaid', order(), 31 * dayMs);
    await react();
    expect(await enrollments()).toEqual([]);
  });

  it('that is refunded ends its enrollment and calls the planned mails off', async () => {
    const orderId: OrderId = newId();
    await happened('orderPaid', order(orderId));
    await react();
    await pass(11 * minuteMs);
    await happened('orderRefunded', order(orderId));
    await react();
    expect(await enrollments()).toMatchObject([{ status: 'exited', reason: 'order_refunded', dueAt: null }]);
    expect(await mails()).toEqual([{ template: 'thank-you', state: 'cancelled', reason: 'order_refunded' }]);
  });

  it('after another one ends the run of that one and begins its own', async () => {
    await happened('orderPaid', order(), hourMs);
    await react();
    await happened('orderPaid', order(newId(), 2));
    await react();
    expect((await enrollments()).map(({ status, reason }) => [status, reason]).toSorted()).toEqual([['active', null], ['exited', 'ordered_again']]);
  });

  it('walks to its end through every mail, for a customer who kept it', async () => {
    await happened('orderPaid', order());
    await react();
    await query(sql`
      insert into membership (store_id, segment_id, customer_id, since)
      select store_id, id, ${anna}::uuid, clock_now() from segment where key = 'buyers'`);
    for (let day = 0; day < 30; day += 1) await pass(dayMs);
    expect((await mails()).map(({ template }) => template)).toEqual(['thank-you', 'get-to-know', 'check-in', 'review-request']);
    expect(await enrollments()).toMatchObject([{ status: 'completed', reason: null }]);
    const kinds = await query(sql<{ kind: string }>`select kind from event where customer_id = ${anna} and kind <> 'stepTaken' order by seq`);
    expect(kinds.map(({ kind }) => kind)).toEqual(['orderPaid', 'enrolled', 'enrollmentEnded']);
  });

  it('asks nobody for a review who is no buyer any more', async () => {
    await happened('orderPaid', order());
    await react();
    for (let day = 0; day < 30; day += 1) await pass(dayMs);
    expect((await mails()).map(({ template }) => template)).toEqual(['thank-you', 'get-to-know', 'check-in']);
    expect(await enrollments()).toMatchObject([{ status: 'exited', reason: 'not_a_buyer' }]);
  });
});

describe('a paused sequence', () => {
  it('takes nobody in and nobody further, and still lets people out', async () => {
    await happened('orderPaid', order());
    await react();
    const id = await sequenceId();
    expect(await pauseSequence(deps, storeId, id)).toMatchObject({ ok: true, value: { status: 'paused' } });
    const lane = createAdvanceLane(deps);
    expect(await pass(11 * minuteMs)).toBe(0);
    expect(await opened.database.withStores([storeId], lane.listDueStores)).toEqual([]);
    await happened('orderPaid', order(newId(), 2));
    await react();
    const [first] = await enrollments();
    expect(first).toMatchObject({ status: 'exited', reason: 'ordered_again' });
    expect(await enrollments()).toHaveLength(1);
  });

  it('holds its planned mails back, as the door tells', async () => {
    await happened('orderPaid', order());
    await react();
    await pass(11 * minuteMs);
    const ids = (await enrollments()).map(({ id }) => id);
    const stranger: EnrollmentId = newId();
    const standings = () => opened.database.withStore(storeId, (tx) => readEnrollmentStandings(tx, storeId, [...ids, stranger]));
    expect([...(await standings()).values()]).toEqual(['running', 'ended']);
    await pauseSequence(deps, storeId, await sequenceId());
    expect([...(await standings()).values()]).toEqual(['paused', 'ended']);
    await resumeSequence({ ...deps, findTemplateKeys }, storeId, await sequenceId());
    await happened('customerErased', {});
    await react();
    expect([...(await standings()).values()]).toEqual(['ended', 'ended']);
  });
});

describe('a new version', () => {
  const shorter: SequenceDefinition = { ...postPurchase, steps: postPurchase.steps.slice(0, 2) };

  it('is for those who come; whoever is under way stays with theirs', async () => {
    await happened('orderPaid', order());
    await react();
    expect(await publishVersion({ ...deps, findTemplateKeys }, storeId, await sequenceId(), shorter)).toMatchObject({
      ok: true,
      value: { status: 'live', liveVersion: 2 },
    });
    const before = anna;
    anna = newId();
    await happened('orderPaid', order());
    await react();
    await pass(11 * minuteMs);
    const byCustomer = await query(sql<{ customerId: CustomerId; version: number; status: string }>`
      select customer_id as "customerId", version, status from enrollment order by version`);
    expect(byCustomer).toEqual([
      { customerId: before, version: 1, status: 'active' },
      { customerId: anna, version: 2, status: 'completed' },
    ]);
  });

  it('is refused with the place of the trouble', async () => {
    const id = await sequenceId();
    const publish = (input: unknown) => publishVersion({ ...deps, findTemplateKeys }, storeId, id, input);
    expect(await publish({ ...shorter, steps: [{ id: 'x', kind: 'send', templateKey: 'nothing', purpose: 'marketing' }] })).toMatchObject({
      ok: false,
      failure: [{ code: 'sequence.template_missing', path: '/steps/0/templateKey' }],
    });
    expect(await publish({ ...shorter, key: 'other' })).toMatchObject({ ok: false, failure: [{ code: 'sequence.key_fixed', path: '/key' }] });
    expect(await createSequence({ ...deps, findTemplateKeys }, storeId, shorter)).toMatchObject({ ok: false, failure: [{ code: 'sequence.key_taken' }] });
  });
});

describe('an enrollment that cannot be decided', () => {
  it('is set aside, is shown with a code, holds up nobody, and can be taken up again', async () => {
    const bert: CustomerId = newId();
    await happened('orderPaid', order());
    const broken = anna;
    anna = bert;
    await happened('orderPaid', order());
    await react();
    const breakIt = (stepId: string) =>
      query(sql`update enrollment set state = jsonb_set(state, '{stepId}', to_jsonb(${stepId}::text)) where customer_id = ${broken}`);
    await breakIt('gone');
    expect(await pass(11 * minuteMs)).toBe(2);
    expect(await mails()).toHaveLength(1);
    const [failed] = await query(sql<{ id: EnrollmentId; reason: string }>`select id, reason from enrollment where status = 'failed'`);
    expect(failed?.reason).toBe('enrollment.step_unknown');
    const told = await query(sql<{ kind: string }>`select kind from event where customer_id = ${broken} order by seq desc limit 1`);
    expect(told).toEqual([{ kind: 'enrollmentFailed' }]);

    await breakIt('a-few-minutes');
    expect(await retryEnrollment(deps, storeId, failed?.id ?? newId())).toBe(true);
    expect(await pass(0)).toBe(1);
    expect(await mails()).toHaveLength(2);
    expect(await retryEnrollment(deps, storeId, failed?.id ?? newId())).toBe(false);
    expect(await retryEnrollment(deps, storeId, newId())).toBeNull();
  });

  it('because its store has an unknown zone does not keep the others from being heard', async () => {
    await query(sql`update store set time_zone = 'Mars/Olympus' where id = ${storeId}`);
    await happened('orderPaid', order());
    expect(await react()).toBe(1);
    await pass(11 * minuteMs);
    expect(await enrollments()).toMatchObject([{ status: 'failed', reason: 'enrollment.undecidable' }]);
  });
});

describe('why a customer is in a sequence or not', () => {
  const explain = async () => {
    const verdicts = await opened.database.withStore(storeId, (tx, now) => explainSequences(tx, storeId, anna, now));
    return Object.fromEntries((verdicts ?? []).map(({ key, enrollments: own, whyNot }) => [key, own[0]?.status ?? whyNot]));
  };

  it('is told for each of them', async () => {
    await happened('orderPaid', order());
    await react();
    expect(await explain()).toEqual({ 'post-purchase': 'active', 'referral-invite': 'sequence_draft' });
    await resumeSequence({ ...deps, findTemplateKeys }, storeId, await sequenceId('referral-invite'));
    expect(await explain()).toEqual({ 'post-purchase': 'active', 'referral-invite': 'purchase_number' });
  });

  it('names age and absence', async () => {
    await happened('orderPaid', order(), 40 * dayMs);
    await react();
    expect(await explain()).toMatchObject({ 'post-purchase': 'too_old' });
  });
});

describe('workers at the same work', () => {
  it('decide each enrollment once', async () => {
    const crowd: CustomerId[] = Array.from({ length: 500 }, () => newId());
    await opened.database.withStore(storeId, (tx, now) =>
      appendEvents(tx, storeId, crowd.map((customerId) => ({ customerId, kind: 'orderPaid', at: now, data: order() }))),
    );
    const lane = createReactLane(deps);
    await Promise.all(Array.from({ length: 4 }, () => lane.work(storeId)));
    expect(await opened.database.withStores([storeId], lane.listDueStores)).toEqual([]);
    opened.clock.shiftMs += 11 * minuteMs;
    await Promise.all(Array.from({ length: 4 }, () => createAdvanceLane(deps).work(storeId)));
    expect(await query(sql<{ n: number }>`select count(*) as n from effect`)).toEqual([{ n: 500 }]);
    expect(await query(sql<{ n: number }>`select count(*) as n from event where kind = 'enrolled'`)).toEqual([{ n: 500 }]);
  });
});
