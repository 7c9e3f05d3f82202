import {
  attributeOrder,
  decideReferral,
  type FriendOrder,
  type ReferralInput,
  type WaitingReferral,
} from '@regulars/core/referrals';
import { isPurchase, type OrderFacts } from '@regulars/core/commerce';
import type { CurrencyCode, CustomerId, Instant, ReferralId, StoreId } from '@regulars/core/shared';
import { crashPoint } from '../foundation/crash-points.ts';
import type { Database, Tx } from '../foundation/database/database.ts';
import { claimEvents, type CustomerEvents, type StoredEvent } from '../foundation/events/claim-events.ts';
import { appendEvents, type NewEvent } from '../foundation/events/event-log.ts';
import { forgetAdvocates, forgetFriends } from './advocate-repository.ts';
import { lockReferralsOfOrders, saveReferrals, type StoredReferral } from './referral-repository.ts';
import { toldEvents } from './told-events.ts';

const batchSize = 200;

/** Lets the orders of one batch of customers reach the referrals they belong to. Returns how many customers were seen. */
export async function reactToOrders(database: Database, storeId: StoreId): Promise<number> {
  const seen = await database.withStore(storeId, async (tx, now) => {
    const customers = await claimEvents(tx, storeId, 'referrals', batchSize);
    if (customers.length === 0) return 0;
    await react(tx, storeId, customers, now);
    crashPoint('referrals.beforeCommit');
    return customers.length;
  });
  crashPoint('referrals.afterCommit');
  return seen;
}

async function react(tx: Tx, storeId: StoreId, customers: readonly CustomerEvents[], now: Instant): Promise<void> {
  const orders = customers.flatMap(({ events }) => events.filter(isOrderEvent).map(({ data }) => data));
  const referrals = new Map<ReferralId, StoredReferral>();
  const locked = await lockReferralsOfOrders(tx, storeId, {
    customerIds: customers.map(({ customerId }) => customerId),
    codes: orders.flatMap(({ couponCodes }) => couponCodes),
    orderIds: orders.map(({ orderId }) => orderId),
  });
  for (const stored of locked) referrals.set(stored.referral.referralId, stored);

  const changed = new Set<ReferralId>();
  const told: NewEvent[] = [];
  for (const { customerId, events } of customers) {
    for (const event of events.filter(isOrderEvent)) {
      const stored = findConcerned(customerId, event, [...referrals.values()]);
      if (stored === null) continue;
      const decision = decideReferral(stored.referral, toInput(event), now);
      if (decision.referral === stored.referral) continue;
      referrals.set(stored.referral.referralId, { ...stored, referral: decision.referral });
      changed.add(stored.referral.referralId);
      told.push(...toldEvents(stored, decision.events, now));
    }
  }
  await saveReferrals(
    tx,
    storeId,
    locked.flatMap(({ referral }) =>
      changed.has(referral.referralId) ? [latest(referrals, referral.referralId)] : [],
    ),
    new Set(),
  );
  await appendEvents(tx, storeId, told);

  const erased = customers
    .filter(({ events }) => events.some(({ kind }) => kind === 'customerErased'))
    .map(({ customerId }) => customerId);
  if (erased.length === 0) return;
  await forgetAdvocates(tx, storeId, erased);
  await forgetFriends(tx, storeId, erased);
}

function latest(referrals: ReadonlyMap<ReferralId, StoredReferral>, referralId: ReferralId) {
  const stored = referrals.get(referralId);
  if (stored === undefined) throw new Error('A locked referral is not in its batch.');
  return stored.referral;
}

type OrderEvent = StoredEvent & {
  readonly kind: 'orderPaid' | 'orderRefunded' | 'orderCancelled';
  readonly data: OrderFacts;
};

function isOrderEvent(event: StoredEvent): event is OrderEvent {
  return event.kind === 'orderPaid' || event.kind === 'orderRefunded' || event.kind === 'orderCancelled';
}

function findConcerned(
  customerId: CustomerId,
  event: OrderEvent,
  referrals: readonly StoredReferral[],
): StoredReferral | null {
  const owner = referrals.find(
    ({ referral: { standing } }) => 'orderId' in standing && standing.orderId === event.data.orderId,
  );
  if (owner !== undefined || event.kind !== 'orderPaid') return owner ?? null;
  const waiting = referrals.flatMap((stored): WaitingReferral[] =>
    stored.referral.standing.status === 'claimed' && stored.friendCode !== null
      ? [
          {
            ...stored,
            referralId: stored.referral.referralId,
            code: stored.friendCode,
            claimedAt: stored.referral.claimedAt,
          },
        ]
      : [],
  );
  const { couponCodes, purchaseNumber } = event.data;
  const referralId = attributeOrder({ customerId, couponCodes, purchaseNumber }, waiting);
  return referrals.find(({ referral }) => referral.referralId === referralId) ?? null;
}

function toInput(event: OrderEvent): ReferralInput {
  if (event.kind === 'orderCancelled') return { kind: 'orderCancelled', orderId: event.data.orderId };
  const { data } = event;
  const order: FriendOrder = {
    orderId: data.orderId,
    paidAt: event.at,
    currency: data.currency as CurrencyCode,
    netMinor: data.grandMinor - data.refundedMinor,
    isPurchase: isPurchase(data.status),
    isRenewal: data.isRenewal,
  };
  return event.kind === 'orderPaid' ? { kind: 'friendOrderPaid', order } : { kind: 'orderRefunded', order };
}
