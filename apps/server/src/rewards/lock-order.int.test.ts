import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dayMs, type CustomerId, type ReferralId } from '@regulars/core/shared';
import { startReferralWorld, type ReferralWorld } from '../../test-support/start-referral-world.ts';
import { lockStream } from '../foundation/events/lock-stream.ts';
import { reviewReferral } from '../referrals/review-referral.ts';

let world: ReferralWorld;
let ben: CustomerId;
beforeEach(async () => {
  world = await startReferralWorld();
  await world.claim('ben@example.org');
  ben = await world.customerOf('ben@example.org');
});
afterEach(() => world.close());

const somebodyWaits = () =>
  vi.waitFor(
    async () => {
      const waiting = await world.rows(sql`
        select from pg_locks l join pg_stat_activity a using (pid)
        where a.datname = current_database() and l.locktype = 'transactionid' and not l.granted`);
      expect(waiting).toHaveLength(1);
    },
    { timeout: 5_000 },
  );

/** Whoever has a customer's events in hand can take this row at once: nobody holds it while they wait for the events. */
async function findRowFree(customerId: CustomerId, table: 'reward' | 'referral', work: () => Promise<unknown>) {
  let working: Promise<unknown> = Promise.resolve();
  await world.database.withStore(world.store.id, async (tx) => {
    await lockStream(tx, world.store.id, customerId);
    working = work();
    await somebodyWaits();
    await sql`select from ${sql.table(table)} for update nowait`.execute(tx);
  });
  await working;
}

describe('a customer’s events are taken before what they change', () => {
  it('by whoever makes a code', async () => {
    await world.runLane('rewards.react');
    await findRowFree(ben, 'reward', () => world.runLane('rewards.issue'));
    expect(world.woo.coupons).toHaveLength(1);
  });

  it('by a person who decides about a referral', async () => {
    const [referral] = await world.rows(sql<{ id: ReferralId }>`select id from referral`);
    if (referral === undefined) throw new Error('There is no referral.');
    await findRowFree(world.advocateId, 'referral', () =>
      reviewReferral(world.database, world.store.id, referral.id, 'reviewRefused'),
    );
    expect(await world.rows(sql<{ state: string }>`select state from referral`)).toEqual([{ state: 'rejected' }]);
  });

  it('by the friend’s order, the advocate’s too', async () => {
    await world.order(ben);
    await findRowFree(world.advocateId, 'referral', () => world.runLane('referrals.react'));
    expect(await world.rows(sql<{ state: string }>`select state from referral`)).toEqual([{ state: 'held' }]);
  });

  it.each([
    ['referrals', 'referrals.release', 61],
    ['rewards', 'rewards.expire', 31],
  ])('by the clock, which passes over %s of those whose events are in hand', async (_what, lane, days) => {
    await world.settle();
    world.clock.shiftMs = days * dayMs;
    await world.database.withStore(world.store.id, async (tx) => {
      await lockStream(tx, world.store.id, ben);
      expect(await world.runLane(lane)).toBe(0);
    });
    expect(await world.runLane(lane)).toBe(1);
  });
});
