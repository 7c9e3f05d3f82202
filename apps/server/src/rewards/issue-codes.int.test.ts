import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hourMs, minuteMs, type ReferralId } from '@regulars/core/shared';
import { startFakeShopify, startFakeWooCommerce } from '@regulars/adapter-testkit';
import { defaultReferralRules, type RewardTerms } from '@regulars/core/referrals';
import { shopify } from '@regulars/platform-shopify';
import { woocommerce } from '@regulars/platform-woocommerce';
import { registryOf } from '../../test-support/test-platform.ts';
import { startReferralWorld, type ReferralWorld } from '../../test-support/start-referral-world.ts';
import type { Database } from '../foundation/database/database.ts';
import { newId } from '../foundation/ids.ts';
import { updateProgram } from '../referrals/manage-program.ts';
import { reviewReferral } from '../referrals/review-referral.ts';
import { issueCode } from './issue-code.ts';
import { workCoupons } from './work-coupons.ts';

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
const effectStates = () => world.rows(sql<{ state: string }>`select state from effect where kind = 'coupon'`);

it('a welcome for somebody who was erased before it was made is taken back: no code is made that anybody could use', async () => {
  await world.claim('ben@example.org');
  await world.runLane('rewards.react');
  await world.rows(
    sql`update customer set email = null, email_key = null, erased_at = clock_now() where email_key = 'ben@example.org'`,
  );
  await world.settle();
  expect(world.woo.coupons).toEqual([]);
  expect(await rewards()).toEqual([{ side: 'friend_welcome', state: 'revoked', reason: null }]);
});

describe('a code is made exactly once when the store', () => {
  const oneCoupon = async () => {
    expect(world.woo.coupons).toHaveLength(1);
    expect(await rewards()).toEqual([{ side: 'friend_welcome', state: 'issued', reason: null }]);
  };
  beforeEach(async () => {
    await world.claim('ben@example.org');
  });

  it('makes it and hangs up before answering', async () => {
    world.woo.fail({ kind: 'resetAfter' }, { method: 'POST' });
    await world.settle();
    expect(await rewards()).toEqual([{ side: 'friend_welcome', state: 'issuing', reason: null }]);
    expect(await effectStates()).toEqual([{ state: 'unknown' }]);
    world.clock.shiftMs += 2 * minuteMs;
    await world.settle();
    await oneCoupon();
  });

  it('makes it and answers 500', async () => {
    world.woo.fail({ kind: 'answerAfter', status: 500, body: 'fatal error' }, { method: 'POST' });
    await world.settle();
    world.clock.shiftMs += 2 * minuteMs;
    await world.settle();
    await oneCoupon();
  });

  it('hangs up without making it', async () => {
    world.woo.fail({ kind: 'resetInstead' }, { method: 'POST' });
    await world.settle();
    world.clock.shiftMs += 2 * minuteMs;
    await world.settle();
    await oneCoupon();
  });

  it('cannot even be asked at first', async () => {
    world.woo.fail({ kind: 'resetInstead' }, { method: 'GET', times: 5 });
    for (let turn = 0; turn < 12; turn += 1) {
      await world.settle();
      world.clock.shiftMs += 3 * hourMs;
    }
    await world.settle();
    await oneCoupon();
  });

  it('is told to wait for a while', async () => {
    world.woo.fail({ kind: 'answerInstead', status: 429, headers: { 'retry-after': '600' } }, { method: 'POST' });
    await world.settle();
    world.clock.shiftMs += 5 * minuteMs;
    await world.settle();
    expect(world.woo.coupons).toHaveLength(0);
    world.clock.shiftMs += 6 * minuteMs;
    await world.settle();
    await oneCoupon();
  });
});

it.each([1, 2, 3, 4])(
  'a worker that dies at its %d. transaction leaves nothing lost and nothing doubled',
  async (fatal) => {
    await world.claim('ben@example.org');
    await world.settle('rewards.react');
    let transactions = 0;
    const dying: Database = {
      ...world.database,
      withStore: (storeId, work) =>
        world.database.withStore(storeId, async (tx, now) => {
          transactions += 1;
          // Neither this transaction nor anything after it happens, as after `kill -9`.
          if (transactions >= fatal) throw new Error('killed');
          return work(tx, now);
        }),
    };
    const killed = workCoupons({ ...world.couponDeps, database: dying }, world.store.id, 'planned');
    if (fatal <= 3) await expect(killed).rejects.toThrow('killed');
    else await killed;
    world.clock.shiftMs += 6 * minuteMs;
    await world.settle();
    expect(world.woo.coupons).toHaveLength(1);
    expect(await rewards()).toEqual([{ side: 'friend_welcome', state: 'issued', reason: null }]);
    expect(await world.rows(sql`select 1 from event where kind = 'rewardIssued'`)).toHaveLength(1);
  },
);

it('a code is taken back where it was made, though another platform makes the codes by now', async () => {
  await world.claim('ben@example.org');
  await world.settle();
  expect(world.woo.coupons).toHaveLength(1);
  const [referral] = await world.rows(sql<{ id: ReferralId }>`select id from referral`);
  const [present] = await world.directory.connectionsFor(world.store.id, 'platform');
  if (referral === undefined || present === undefined) throw new Error('There is nothing to take back.');
  await reviewReferral(world.database, world.store.id, referral.id, 'reviewRefused');
  await world.settle('referrals.react', 'rewards.react');
  const other = await startFakeWooCommerce();
  const { url, key, secret } = other;
  const older = { ...present, id: newId<'Connection'>(), config: { url, key, secret } };
  const directory = { ...world.directory, connectionsFor: async () => [older, present] };
  await workCoupons({ ...world.couponDeps, directory }, world.store.id, 'planned');
  expect([world.woo.coupons, other.requests]).toEqual([[], []]);
  expect(await rewards()).toEqual([{ side: 'friend_welcome', state: 'revoked', reason: null }]);
  await other.close();
});

it('only one worker at a time talks to a store', async () => {
  for (let friend = 0; friend < 24; friend += 1) await world.claim(`friend-number-${friend}@example.org`);
  await world.settle('rewards.react');
  const claimed = await Promise.all([
    world.runLane('rewards.issue'),
    world.runLane('rewards.issue'),
    world.runLane('rewards.issue'),
  ]);
  expect(claimed.toSorted()).toEqual([0, 0, 20]);
});

it('eight workers at once, with a dozen answers lost, make one code for each reward', async () => {
  const friends = Array.from({ length: 24 }, (_, index) => `friend-number-${index}@example.org`);
  for (const email of friends) await world.claim(email);
  world.woo.fail({ kind: 'resetAfter' }, { method: 'POST', times: 8 });
  world.woo.fail({ kind: 'answerAfter', status: 500 }, { method: 'POST', times: 4 });
  for (let round = 0; round < 12; round += 1) {
    await Promise.all(
      Array.from({ length: 8 }, () => world.settle('rewards.react', 'rewards.issue', 'rewards.resolve')),
    );
    world.clock.shiftMs += 6 * minuteMs;
  }
  const codes = world.woo.coupons.map(({ code }) => code);
  expect(codes).toHaveLength(24);
  expect(new Set(codes).size).toBe(24);
  // The fake refuses a second code of the same name; a real store may not, when two requests cross.
  const asked = world.woo.requests
    .filter(({ method }) => method === 'POST')
    .map(({ body }) => (JSON.parse(body.toString()) as { code: string }).code);
  expect(asked.toSorted()).toEqual([...new Set(asked)].toSorted());
  expect((await rewards()).every(({ state }) => state === 'issued')).toBe(true);
});

it('where codes cannot be bound to a customer, a welcome is for whoever holds it', async () => {
  await world.claim('ben@example.org');
  await world.settle('referrals.react', 'rewards.react');
  const unbinding = { ...woocommerce, capabilities: { ...woocommerce.capabilities, unboundCodesOnly: true } };
  await workCoupons({ ...world.couponDeps, adapters: registryOf(unbinding) }, world.store.id, 'planned');
  expect(world.woo.coupons).toMatchObject([{ usage_limit: 1, email_restrictions: [] }]);
});

describe('a welcome of another kind than a discount', () => {
  const gift = { kind: 'freeGift', productExternalId: '77', productName: 'Mug', validDays: 30 } as const;
  const promise = async (friendWelcome: RewardTerms): Promise<void> => {
    const rules = { ...defaultReferralRules(world.store.currency), friendWelcome };
    await world.database.withStore(world.store.id, (tx) => updateProgram(tx, world.store.id, { rules, state: 'live' }));
    await world.claim('ben@example.org');
  };

  it('is one piece of a product', async () => {
    await promise(gift);
    await world.settle();
    expect(world.woo.coupons).toMatchObject([{ amount: '100.00', product_ids: [77], limit_usage_to_x_items: 1 }]);
  });

  it('is free shipping', async () => {
    await promise({ kind: 'freeShipping', validDays: 30, minimumSpendMinor: 4_000 });
    await world.settle();
    expect(world.woo.coupons).toMatchObject([{ amount: '0.00', minimum_amount: '40.00' }]);
  });

  it('is a discount on some products', async () => {
    await promise({ kind: 'percent', percent: 20, validDays: 30, productExternalIds: ['77', '78'] });
    await world.settle();
    expect(world.woo.coupons).toMatchObject([{ amount: '20.00', product_ids: [77, 78] }]);
  });

  it('waits for a person where the platform gives none, and the store is not asked', async () => {
    await promise(gift);
    await world.settle('referrals.react', 'rewards.react');
    const poor = { ...woocommerce, capabilities: { ...woocommerce.capabilities, freeGift: false } };
    await workCoupons({ ...world.couponDeps, adapters: registryOf(poor) }, world.store.id, 'planned');
    expect(world.woo.requests).toEqual([]);
    expect(await rewards()).toEqual([{ side: 'friend_welcome', state: 'stuck', reason: 'kind_not_offered' }]);
  });
});

it('where codes are bound only to customers the store knows, a friend it does not know gets one anybody may use once', async () => {
  const store = await startFakeShopify();
  const { domain, accessToken, clientSecret, fetch } = store;
  const connection = shopify.connect(
    { domain, clientSecret, access: 'token', accessToken },
    { timeoutMs: 10_000, allowPrivateNetwork: true, fetch },
  );
  const wish = {
    code: 'FRIEND-7F3K',
    rewardId: 'r-1',
    discount: { kind: 'percent', percent: 10 },
    usageLimit: 1,
    expiresAt: null,
    minimumSpend: null,
    restrictedToEmail: 'ben@example.org',
    description: '',
  } as const;
  expect(await issueCode(connection, wish)).toMatchObject({ kind: 'found' });
  expect(store.discounts).toMatchObject([{ code: 'FRIEND-7F3K', input: { usageLimit: 1, context: { all: 'ALL' } } }]);
  await store.close();
});
