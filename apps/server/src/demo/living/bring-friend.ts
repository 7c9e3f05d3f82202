import type { Order } from '@regulars/core/commerce';
import type { CustomerId } from '@regulars/core/shared';
import type { SimulatedCustomer } from '@regulars/simulator';
import { deriveKey } from '../../foundation/secrets/key-ring.ts';
import { claimReferral } from '../../referrals/claim-referral.ts';
import { createAdvocateLink, createRewardCodes, deriveRewardId } from '../../referrals/door.ts';
import type { DemoGround } from '../demo-ground.ts';
import type { DemoStore } from '../demo-store.ts';
import { findCoupon, findUsableCoupon } from '../shop/coupon-repository.ts';
import { tellOrders } from '../shop/tell-orders.ts';

export interface Recommendation {
  readonly advocateId: CustomerId;
  readonly friend: SimulatedCustomer;
}

/**
 * The friend leaves their address at the advocate's link, as on the landing page; the same claim again changes nothing.
 *
 * @returns the code the claim gives them; null when it was refused.
 */
export async function claimAsFriend(
  { database, keyRing, config }: DemoGround,
  { store }: DemoStore,
  { advocateId, friend }: Recommendation,
): Promise<string | null> {
  const rewardCodes = createRewardCodes(deriveKey(keyRing, 'reward codes'));
  const link = await database.withStore(store.id, (tx) =>
    createAdvocateLink(config.publicUrl)(tx, store.id, advocateId),
  );
  const outcome = await claimReferral(
    { database, rewardCodes },
    {
      slug: link.slice(link.lastIndexOf('/') + 1),
      email: friend.email,
      isConsenting: friend.consent.state === 'subscribed',
      locale: friend.locale,
    },
  );
  if (outcome.kind !== 'welcomed') return null;
  return rewardCodes(deriveRewardId(store.id, `referral:${outcome.referralId}`, 'friend_welcome'), 'friend_welcome');
}

/** The friend buys for the first time, with the code the claim gave them where the shop takes it by now. */
export async function orderAsFriend(
  ground: DemoGround,
  demoStore: DemoStore,
  recommendation: Recommendation,
  order: Order,
): Promise<void> {
  const { id: storeId } = demoStore.store;
  const code = await claimAsFriend(ground, demoStore, recommendation);
  const coupon =
    code === null ? null : await ground.database.withStore(storeId, (tx) => findUsableCoupon(tx, storeId, code));
  await tellOrders(ground, demoStore, [withCode(order, coupon?.code ?? null)]);
}

/** What becomes of that first order; it keeps the code it was bought with. */
export async function changeFriendsOrder(
  ground: DemoGround,
  demoStore: DemoStore,
  recommendation: Recommendation,
  order: Order,
): Promise<void> {
  const { id: storeId } = demoStore.store;
  const code = await claimAsFriend(ground, demoStore, recommendation);
  const coupon = code === null ? null : await ground.database.withStore(storeId, (tx) => findCoupon(tx, storeId, code));
  await tellOrders(ground, demoStore, [withCode(order, coupon !== null && coupon.timesUsed > 0 ? coupon.code : null)]);
}

function withCode(order: Order, code: string | null): Order {
  return code === null ? order : { ...order, couponCodes: [code] };
}
