import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayMs, hourMs, minuteMs } from '@regulars/core/shared';
import { describeRewardTrouble, listRewardTroubles } from './door.ts';
import { startReferralWorld, type ReferralWorld } from '../../test-support/start-referral-world.ts';

interface RewardState {
  readonly side: string;
  readonly state: string;
  readonly reason: string | null;
}

let world: ReferralWorld;
beforeEach(async () => {
  world = await startReferralWorld();
});
afterEach(() => world.close());

const rewards = () => world.rows(sql<RewardState>`select side, state, reason from reward order by side`);
const effects = () =>
  world.rows(
    sql<{
      key: string;
      state: string;
      reason: string | null;
    }>`select key, state, reason from effect order by created_at, key`,
  );
const timeline = (email: string) =>
  world
    .customerOf(email)
    .then(async (id) =>
      (await world.rows(sql<{ kind: string }>`select kind from event where customer_id = ${id} order by seq`)).map(
        ({ kind }) => kind,
      ),
    );

describe('from a claim to two rewards', () => {
  it('makes the welcome code at once, and both thank-yous once the hold is over', async () => {
    await world.claim('ben@example.org');
    await world.settle();
    expect(await rewards()).toEqual([{ side: 'friend_welcome', state: 'issued', reason: null }]);
    const [welcome] = world.woo.coupons;
    expect(welcome).toMatchObject({
      usage_limit: 1,
      email_restrictions: ['ben@example.org'],
      amount: '10.00',
      discount_type: 'percent',
    });

    const ben = await world.customerOf('ben@example.org');
    await world.order(ben, { couponCodes: [welcome?.code ?? ''] });
    await world.settle();
    world.clock.shiftMs = 29 * dayMs;
    await world.settle();
    expect(world.woo.coupons).toHaveLength(1);

    world.clock.shiftMs = 30 * dayMs + minuteMs;
    await world.settle();
    expect(await rewards()).toEqual([
      { side: 'advocate', state: 'issued', reason: null },
      { side: 'friend', state: 'issued', reason: null },
      { side: 'friend_welcome', state: 'redeemed', reason: null },
    ]);
    expect(world.woo.coupons).toHaveLength(3);
    expect(await timeline('anna@example.com')).toEqual([
      'customerCreated',
      'referralClaimed',
      'referralHeld',
      'referralQualified',
      'rewardIssued',
    ]);
    expect((await effects()).filter(({ key }) => key.startsWith('reward-issued|'))).toHaveLength(3);
  });

  it('calls the notice of a reward off that ended before it was sent', async () => {
    await world.claim('ben@example.org');
    await world.settle();
    world.clock.shiftMs = 31 * dayMs;
    await world.settle();
    expect(await rewards()).toEqual([{ side: 'friend_welcome', state: 'expired', reason: null }]);
    const notices = (await effects()).filter(({ key }) => key.startsWith('reward-issued|'));
    expect(notices).toMatchObject([{ state: 'cancelled', reason: 'reward.ended' }]);
  });

  it('takes unused thank-yous back from the store when the order is refunded in full', async () => {
    await world.claim('ben@example.org');
    const ben = await world.customerOf('ben@example.org');
    const order = await world.order(ben);
    await world.settle();
    world.clock.shiftMs = 31 * dayMs;
    await world.settle();
    expect(world.woo.coupons).toHaveLength(3);
    const [welcome, used] = world.woo.coupons;
    if (used !== undefined) used.usage_count = 1;

    await world.tell(ben, 'orderRefunded', { ...order, status: 'refunded', refundedMinor: order.grandMinor });
    await world.settle();
    expect((await rewards()).map(({ state }) => state).toSorted()).toEqual(['expired', 'redeemed', 'revoked']);
    expect(world.woo.coupons).toEqual([welcome, used]);
  });

  it('never rewards when the order is refunded within the hold', async () => {
    await world.claim('ben@example.org');
    const ben = await world.customerOf('ben@example.org');
    const order = await world.order(ben);
    await world.settle();
    await world.tell(ben, 'orderRefunded', { ...order, status: 'refunded', refundedMinor: order.grandMinor });
    world.clock.shiftMs = 31 * dayMs;
    await world.settle();
    expect((await rewards()).map(({ side }) => side)).toEqual(['friend_welcome']);
  });

  it('is told once, however often the same events are told', async () => {
    await world.claim('ben@example.org');
    const ben = await world.customerOf('ben@example.org');
    const order = await world.order(ben);
    await world.tell(ben, 'orderPaid', order);
    await world.settle();
    await world.tell(ben, 'orderPaid', order);
    world.clock.shiftMs = 31 * dayMs;
    await world.settle();
    await world.tell(ben, 'orderPaid', order);
    await world.settle();
    expect(world.woo.coupons).toHaveLength(3);
    expect((await effects()).filter(({ key }) => key.startsWith('coupon|'))).toHaveLength(3);
  });
});

describe('a reward waits for a person', () => {
  it('when its code is on the store already and is somebody else’s', async () => {
    await world.claim('ben@example.org');
    await world.settle('rewards.react');
    const [reward] = await world.rows(sql<{ code: string }>`select code from reward`);
    const made = await fetchCoupon(world, reward?.code ?? '');
    expect(made).toBe(201);
    await world.settle();
    expect(await rewards()).toEqual([{ side: 'friend_welcome', state: 'stuck', reason: 'needs_review' }]);
    expect(world.woo.coupons).toHaveLength(1);
  });

  it('when the store refuses the key for three days', async () => {
    await world.claim('ben@example.org');
    world.woo.fail(
      { kind: 'answerInstead', status: 401, body: '{"code":"woocommerce_rest_cannot_view"}' },
      { times: 1_000 },
    );
    for (let turn = 0; turn < 20; turn += 1) {
      await world.settle();
      world.clock.shiftMs += 6 * hourMs;
    }
    await world.settle();
    expect(await rewards()).toEqual([{ side: 'friend_welcome', state: 'stuck', reason: 'no_connection' }]);
  });
});

it('on a platform that makes no codes the reward says so at once', async () => {
  const other = await startReferralWorld('test-platform');
  try {
    await other.claim('ben@example.org');
    await other.settle();
    expect(await other.rows(sql<RewardState>`select side, state, reason from reward`)).toEqual([
      { side: 'friend_welcome', state: 'stuck', reason: 'no_discount_codes' },
    ]);
    const troubles = await other.database.withStore(other.store.id, (tx) => listRewardTroubles(tx));
    expect(troubles).toEqual([{ storeId: other.store.id, reason: 'no_discount_codes', count: 1 }]);
    expect(troubles.map(describeRewardTrouble)).toEqual([
      '1 reward waits: this platform makes no discount codes. Connect one that does, or give the discount by hand.',
    ]);
  } finally {
    await other.close();
  }
});

/** Makes a coupon by hand, as the shop's owner would. */
async function fetchCoupon({ woo }: ReferralWorld, code: string): Promise<number> {
  const { woocommerce } = await import('@regulars/platform-woocommerce');
  const connection = woocommerce.connect(
    { url: woo.url, key: woo.key, secret: woo.secret },
    { timeoutMs: 1_000, allowPrivateNetwork: true },
  );
  await connection.createDiscountCode({
    code,
    rewardId: 'not ours',
    discount: { kind: 'percent', percent: 5 },
    usageLimit: 1,
    expiresAt: null,
    minimumSpend: null,
    restrictedToEmail: null,
    description: 'made by hand',
  });
  return 201;
}
