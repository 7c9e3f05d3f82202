import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dayMs, type CustomerId, type EnrollmentId } from '@regulars/core/shared';
import { postPurchase, type SequenceDefinition } from '@regulars/core/sequences';
import { openSequenceWorld, orderFacts, type SequenceWorld } from '../../test-support/open-sequence-world.ts';
import { openTestDatabase, type OpenTestDatabase } from '../../test-support/open-test-database.ts';
import { newId } from '../foundation/ids.ts';
import { explainSequences, readEnrollmentStandings } from './door.ts';
import { createAdvanceLane } from './jobs.ts';
import { retryEnrollment } from './retry-enrollment.ts';
import { createSequence, publishVersion } from './save-sequence.ts';
import { pauseSequence, resumeSequence } from './switch-sequence.ts';

let opened: OpenTestDatabase;
let world: SequenceWorld;

beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());
beforeEach(async () => {
  world = await openSequenceWorld(opened);
});

describe('a paused sequence', () => {
  it('takes nobody in and nobody further, and still lets people out', async () => {
    await world.happened('orderPaid', orderFacts());
    await world.react();
    const id = await world.sequenceId();
    expect(await pauseSequence(world.deps, world.storeId, id)).toMatchObject({ ok: true, value: { status: 'paused' } });
    const lane = createAdvanceLane(world.deps);
    expect(await world.pass(5 * dayMs)).toBe(0);
    expect(await opened.database.withStores([world.storeId], lane.listDueStores)).toEqual([]);
    await world.happened('orderPaid', orderFacts(newId(), 2));
    await world.react();
    const [first] = await world.enrollments();
    expect(first).toMatchObject({ status: 'exited', reason: 'ordered_again' });
    expect(await world.enrollments()).toHaveLength(1);
  });

  it('holds its planned mails back, as the door tells', async () => {
    await world.happened('orderPaid', orderFacts());
    await world.react();
    await world.pass(5 * dayMs);
    const ids = (await world.enrollments()).map(({ id }) => id);
    const stranger: EnrollmentId = newId();
    const standings = () =>
      opened.database.withStore(world.storeId, (tx) => readEnrollmentStandings(tx, world.storeId, [...ids, stranger]));
    expect([...(await standings()).values()]).toEqual(['running', 'ended']);
    await pauseSequence(world.deps, world.storeId, await world.sequenceId());
    expect([...(await standings()).values()]).toEqual(['paused', 'ended']);
    await resumeSequence(world.deps, world.storeId, await world.sequenceId());
    await world.happened('customerErased', {});
    await world.react();
    expect([...(await standings()).values()]).toEqual(['ended', 'ended']);
  });
});

describe('a new version', () => {
  const shorter: SequenceDefinition = { ...postPurchase, steps: postPurchase.steps.slice(0, 3) };

  it('is for those who come; whoever is under way stays with theirs', async () => {
    await world.happened('orderPaid', orderFacts());
    await world.react();
    expect(await publishVersion(world.deps, world.storeId, await world.sequenceId(), shorter)).toMatchObject({
      ok: true,
      value: { status: 'live', liveVersion: 2 },
    });
    const bert: CustomerId = newId();
    await world.happened('orderPaid', orderFacts(), { customerId: bert });
    await world.react();
    await world.pass(5 * dayMs);
    expect(await world.enrollments()).toMatchObject([
      { customerId: world.anna, version: 1, status: 'active' },
      { customerId: bert, version: 2, status: 'completed' },
    ]);
  });

  it('is refused with the place of the trouble', async () => {
    const id = await world.sequenceId();
    const publish = (input: unknown) => publishVersion(world.deps, world.storeId, id, input);
    expect(
      await publish({ ...shorter, steps: [{ id: 'x', kind: 'send', templateKey: 'nothing', purpose: 'marketing' }] }),
    ).toMatchObject({
      ok: false,
      failure: [{ code: 'sequence.template_missing', path: '/steps/0/templateKey' }],
    });
    expect(await publish({ ...shorter, key: 'other' })).toMatchObject({
      ok: false,
      failure: [{ code: 'sequence.key_fixed', path: '/key' }],
    });
    expect(await createSequence(world.deps, world.storeId, shorter)).toMatchObject({
      ok: false,
      failure: [{ code: 'sequence.key_taken' }],
    });
  });
});

describe('an enrollment that cannot be decided', () => {
  it('is set aside, is shown with a code, holds up nobody, and can be taken up again', async () => {
    const bert: CustomerId = newId();
    await world.happened('orderPaid', orderFacts());
    await world.happened('orderPaid', orderFacts(), { customerId: bert });
    await world.react();
    const breakIt = (stepId: string) =>
      world.query(
        sql`update enrollment set state = jsonb_set(state, '{stepId}', to_jsonb(${stepId}::text)) where customer_id = ${world.anna}`,
      );
    await breakIt('gone');
    expect(await world.pass(5 * dayMs)).toBe(2);
    expect(await world.mails()).toHaveLength(3);
    const failed = (await world.enrollments()).find(({ status }) => status === 'failed');
    expect(failed?.reason).toBe('enrollment.step_unknown');
    const told = await world.query(
      sql<{ kind: string }>`select kind from event where customer_id = ${world.anna} order by seq desc limit 1`,
    );
    expect(told).toEqual([{ kind: 'enrollmentFailed' }]);

    await breakIt('until-it-arrives');
    expect(await retryEnrollment(world.deps, world.storeId, failed?.id ?? newId())).toBe(true);
    expect(await world.pass(0)).toBe(1);
    expect(await world.mails()).toHaveLength(4);
    expect(await retryEnrollment(world.deps, world.storeId, failed?.id ?? newId())).toBe(false);
    expect(await retryEnrollment(world.deps, world.storeId, newId())).toBeNull();
  });

  it('because its store has an unknown zone does not keep the others from being heard', async () => {
    await world.query(sql`update store set time_zone = 'Mars/Olympus' where id = ${world.storeId}`);
    await world.happened('orderPaid', orderFacts());
    expect(await world.react()).toBe(1);
    await world.pass(5 * dayMs);
    const [failed] = await world.enrollments();
    expect(failed).toMatchObject({ status: 'failed', reason: 'enrollment.undecidable' });

    // What would have begun it is heard and gone: taking it up again begins it, now that it can.
    const retry = async () => {
      expect(await retryEnrollment(world.deps, world.storeId, failed?.id ?? newId())).toBe(true);
      expect(await world.pass(0)).toBe(1);
    };
    await retry();
    expect(await world.enrollments()).toMatchObject([{ status: 'failed', reason: 'enrollment.undecidable' }]);
    await world.query(sql`update store set time_zone = 'Europe/Amsterdam' where id = ${world.storeId}`);
    await retry();
    expect(await world.enrollments()).toMatchObject([{ id: failed?.id, status: 'active', stepId: 'until-it-arrives' }]);
    expect(await world.mails()).toMatchObject([{ template: 'thank-you' }]);
  });
});

describe('why a customer is in a sequence or not', () => {
  const explain = async () => {
    const verdicts = await opened.database.withStore(world.storeId, (tx) =>
      explainSequences(tx, world.storeId, world.anna),
    );
    return Object.fromEntries(
      (verdicts ?? []).map(({ key, enrollments: own, whyNot }) => [key, own[0]?.status ?? whyNot]),
    );
  };

  it('is told for each of them', async () => {
    await world.happened('orderPaid', orderFacts());
    await world.react();
    const draft = { 'cart-reminder': 'sequence_draft' };
    expect(await explain()).toEqual({ ...draft, 'post-purchase': 'active', 'referral-invite': 'sequence_draft' });
    await resumeSequence(world.deps, world.storeId, await world.sequenceId('referral-invite'));
    expect(await explain()).toEqual({ ...draft, 'post-purchase': 'active', 'referral-invite': 'purchase_number' });
  });

  it('names age and absence', async () => {
    await world.happened('orderPaid', orderFacts(), { agoMs: 40 * dayMs });
    await world.react();
    expect(await explain()).toMatchObject({ 'post-purchase': 'too_old' });
  });
});
