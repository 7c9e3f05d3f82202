import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayMs, plus, toInstant } from '@regulars/core/shared';
import { startReferralWorld, type ReferralWorld } from '../../test-support/start-referral-world.ts';
import { ensureCustomer } from '../customers/door.ts';
import { appendEvents } from '../foundation/events/event-log.ts';
import { findProgram, saveProgram } from './program-repository.ts';
import { readLanding } from './read-landing.ts';

let world: ReferralWorld;
beforeEach(async () => {
  world = await startReferralWorld('test-platform');
});
afterEach(() => world.close());

const standings = () =>
  world.rows(sql<{ state: string; reason: string | null }>`select state, reason from referral order by claimed_at`);
const given = (side: string) => world.rows(sql`select 1 from reward where side = ${side}`).then((rows) => rows.length);
const claimAndOrder = async (email: string) => {
  await world.claim(email);
  const friendId = await world.customerOf(email);
  return { friendId, order: await world.order(friendId) };
};

describe('an order finds the referral it belongs to', () => {
  it('by the code, when the friend checks out with another address', async () => {
    await world.claim('ben@example.org');
    const [referral] = await world.rows(sql<{ code: string }>`select friend_code as code from referral`);
    const other = await world.database.withStore(world.store.id, (tx, now) =>
      ensureCustomer(
        tx,
        world.store.id,
        { email: 'ben@work.example', firstName: null, locale: null, saidYesAt: null },
        now,
      ),
    );
    await world.order(other, { couponCodes: [referral?.code ?? ''] });
    await world.settle();
    expect(await standings()).toEqual([{ state: 'held', reason: null }]);
  });

  it('but not when it is the advocate who uses the friend’s code', async () => {
    await world.claim('ben@example.org');
    const [referral] = await world.rows(sql<{ code: string }>`select friend_code as code from referral`);
    await world.order(world.advocateId, { couponCodes: [referral?.code ?? ''] });
    await world.settle();
    expect(await standings()).toEqual([{ state: 'claimed', reason: null }]);
  });

  it('and shows that the friend was a customer before, when it is older than the claim', async () => {
    await world.claim('ben@example.org');
    await world.order(await world.customerOf('ben@example.org'), { paidAt: plus(toInstant(Date.now()), -dayMs) });
    await world.settle();
    expect(await standings()).toEqual([{ state: 'rejected', reason: 'existing_customer' }]);
    expect(await world.rows(sql<{ state: string }>`select state from reward`)).toEqual([{ state: 'revoked' }]);
  });

  it('counts for one referral only, however many it could belong to', async () => {
    await world.claim('ben@example.org');
    await world.claim('carl@example.org');
    const codes = await world.rows(sql<{ code: string }>`select friend_code as code from referral order by claimed_at`);
    const order = await world.order(await world.customerOf('ben@example.org'), {
      couponCodes: codes.map(({ code }) => code),
    });
    await world.tell(await world.customerOf('carl@example.org'), 'orderPaid', order);
    await world.settle();
    expect((await standings()).map(({ state }) => state).toSorted()).toEqual(['claimed', 'held']);
  });
});

it('a refund that nobody told of is seen at the end of the hold', async () => {
  const { order } = await claimAndOrder('ben@example.org');
  await world.settle();
  await world.rows(
    sql`update orders set status = 'refunded', refunded_minor = grand_minor where id = ${order.orderId}`,
  );
  world.clock.shiftMs = 31 * dayMs;
  await world.settle();
  expect(await standings()).toEqual([{ state: 'reversed', reason: 'full' }]);
  expect(await given('advocate')).toBe(0);
});

it('an advocate at the cap is not rewarded again, though two workers release two referrals at once', async () => {
  await world.database.withStore(world.store.id, async (tx) => {
    const program = await findProgram(tx, world.store.id);
    if (program !== null)
      await saveProgram(tx, world.store.id, {
        ...program,
        rules: { ...program.rules, advocateCap: { rewards: 1, withinDays: 365 } },
      });
  });
  await claimAndOrder('ben@example.org');
  await claimAndOrder('carl@example.org');
  await claimAndOrder('dora@example.org');
  await world.settle();
  world.clock.shiftMs = 31 * dayMs;
  await Promise.all([world.runLane('referrals.release'), world.runLane('referrals.release')]);
  await world.settle();
  expect(await standings()).toEqual(Array.from({ length: 3 }, () => ({ state: 'qualified', reason: null })));
  expect(await given('advocate')).toBe(1);
  expect(await given('friend')).toBe(3);
});

it('what was promised stays promised: a referral keeps the rules it was claimed under', async () => {
  await claimAndOrder('ben@example.org');
  await world.database.withStore(world.store.id, async (tx) => {
    const program = await findProgram(tx, world.store.id);
    if (program !== null)
      await saveProgram(tx, world.store.id, {
        ...program,
        state: 'paused',
        rules: { ...program.rules, holdDays: 90, advocateReward: null },
      });
  });
  await world.settle();
  world.clock.shiftMs = 31 * dayMs;
  await world.settle();
  expect(await given('advocate')).toBe(1);
});

it('a claim nobody used expires, a referral nobody refunded closes', async () => {
  await world.claim('ben@example.org');
  await claimAndOrder('carl@example.org');
  await world.settle();
  world.clock.shiftMs = 31 * dayMs;
  await world.settle();
  world.clock.shiftMs = 120 * dayMs;
  await world.settle();
  expect((await standings()).map(({ state }) => state).toSorted()).toEqual(['closed', 'expired']);
});

it('an erased customer’s name and address leave no trace in the programme', async () => {
  await world.claim('ben@example.org');
  const ben = await world.customerOf('ben@example.org');
  const erased = { kind: 'customerErased', at: toInstant(Date.now()), data: {} };
  await world.database.withStore(world.store.id, (tx) =>
    appendEvents(tx, world.store.id, [
      { customerId: world.advocateId, ...erased },
      { customerId: ben, ...erased },
    ]),
  );
  await world.settle();
  expect(await readLanding(world.database, world.slug)).toBeNull();
  const [kept] = await world.rows(
    sql<{ slug: string; key: string }>`select a.slug, r.friend_person_key as key from advocate a, referral r`,
  );
  expect(kept?.slug).toMatch(/^erased-/);
  expect(kept?.key).toMatch(/^erased:/);
});

it('nothing of one store’s programme is seen from another', async () => {
  await world.claim('ben@example.org');
  const elsewhere = await world.database.withStore(
    '018f0000-0000-7000-8000-000000000001' as typeof world.store.id,
    (tx) => sql`select 1 from referral`.execute(tx),
  );
  expect(elsewhere.rows).toEqual([]);
});
