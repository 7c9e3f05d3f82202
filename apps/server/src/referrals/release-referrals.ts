import { decideReferral, type FriendOrder, type ReferralInput } from '@regulars/core/referrals';
import { isPurchase } from '@regulars/core/commerce';
import type { CustomerId, Instant, OrderId, ReferralId, StoreId } from '@regulars/core/shared';
import { readFirstPurchases, readOrderStandings, type OrderStanding } from '../customers/door.ts';
import { crashPoint } from '../foundation/crash-points.ts';
import type { Database, Tx } from '../foundation/database/database.ts';
import { appendEvents, type NewEvent } from '../foundation/events/event-log.ts';
import { countAdvocateRewards } from './advocate-repository.ts';
import { lockDueReferrals, saveReferrals, type StoredReferral } from './referral-repository.ts';
import { toldEvents } from './told-events.ts';

const batchSize = 200;

/** Moves the referrals whose time has come: holds, claims and claw-back times that are over. Returns how many. */
export async function releaseReferrals(database: Database, storeId: StoreId): Promise<number> {
  const moved = await database.withStore(storeId, async (tx, now) => {
    const due = await lockDueReferrals(tx, storeId, batchSize);
    if (due.length > 0) await release(tx, storeId, due, now);
    crashPoint('referrals.beforeCommit');
    return due.length;
  });
  crashPoint('referrals.afterCommit');
  return moved;
}

async function release(tx: Tx, storeId: StoreId, due: readonly StoredReferral[], now: Instant): Promise<void> {
  const facts = await readFacts(tx, storeId, due);
  const earnedInBatch = new Map<CustomerId, number>();
  const rewarded = new Set<ReferralId>();
  const told: NewEvent[] = [];
  const decided = due.map((stored) => {
    const earned = earnedInBatch.get(stored.advocateId) ?? 0;
    const decision = decideReferral(stored.referral, toInput(stored, facts, earned), now);
    if (
      decision.events.some(
        ({ kind, data }) => kind === 'referralQualified' && data.role === 'advocate' && data.reward !== null,
      )
    ) {
      earnedInBatch.set(stored.advocateId, earned + 1);
      rewarded.add(stored.referral.referralId);
    }
    told.push(...toldEvents(stored, decision.events, now));
    return decision.referral;
  });
  await saveReferrals(tx, storeId, decided, rewarded);
  await appendEvents(tx, storeId, told);
}

interface ReleaseFacts {
  readonly orders: ReadonlyMap<OrderId, OrderStanding>;
  readonly firstPurchases: ReadonlyMap<CustomerId, Instant>;
  readonly earned: ReadonlyMap<ReferralId, number>;
}

/** Asked now, not remembered from the day of payment: what was refunded since then counts. */
async function readFacts(tx: Tx, storeId: StoreId, due: readonly StoredReferral[]): Promise<ReleaseFacts> {
  const held = due.flatMap(({ referral, advocateId, friendId }) =>
    referral.standing.status === 'held' ? [{ referral, advocateId, friendId, orderId: referral.standing.orderId }] : [],
  );
  const standings = await readOrderStandings(
    tx,
    storeId,
    held.map(({ orderId }) => orderId),
  );
  return {
    orders: new Map(standings.map((order) => [order.orderId, order])),
    firstPurchases: await readFirstPurchases(
      tx,
      storeId,
      held.map(({ friendId }) => friendId),
    ),
    earned: await countAdvocateRewards(
      tx,
      storeId,
      held.map(({ referral, advocateId }) => ({
        referralId: referral.referralId,
        advocateId,
        withinDays: referral.rules.advocateCap.withinDays,
      })),
    ),
  };
}

function toInput({ referral, friendId }: StoredReferral, facts: ReleaseFacts, earnedInBatch: number): ReferralInput {
  const { standing } = referral;
  if (standing.status === 'claimed') return { kind: 'claimExpired' };
  if (standing.status !== 'held') return { kind: 'clawbackElapsed' };
  return {
    kind: 'holdElapsed',
    order: toFriendOrder(facts.orders.get(standing.orderId), standing.paidAt),
    friendFirstPurchaseAt: facts.firstPurchases.get(friendId) ?? null,
    advocateRewardCount: (facts.earned.get(referral.referralId) ?? 0) + earnedInBatch,
  };
}

function toFriendOrder(order: OrderStanding | undefined, paidAt: Instant): FriendOrder | null {
  if (order === undefined) return null;
  return {
    orderId: order.orderId,
    paidAt,
    currency: order.currency,
    netMinor: order.grandMinor - order.refundedMinor,
    isPurchase: isPurchase(order.status),
    isRenewal: order.isRenewal,
  };
}
