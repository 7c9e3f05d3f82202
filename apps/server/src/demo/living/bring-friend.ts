import type { Order } from '@regulars/core/commerce';
import type { CustomerId } from '@regulars/core/shared';
import type { SimulatedCustomer } from '@regulars/simulator';
import { claimReferral, type ClaimOutcome } from '../../referrals/claim-referral.ts';
import { createAdvocateLink, createRewardCodes, deriveRewardId } from '../../referrals/door.ts';
import { deriveKey } from '../../foundation/secrets/key-ring.ts';
import type { DemoGround } from '../demo-ground.ts';
import type { DemoStore } from '../demo-store.ts';
import { findUsableCoupon } from '../shop/coupon-repository.ts';
import { tellOrders } from '../shop/tell-orders.ts';

export interface Recommendation {
  readonly advocateId: CustomerId;
  readonly friend: SimulatedCustomer;
}

/** The friend leaves their address at the advocate's link, as on the landing page; the same claim again changes nothing. */
export async function claimAsFriend(
  { database, keyRing, config }: DemoGround,
  { store }: DemoStore,
  { advocateId, friend }: Recommendation,
): Promise<ClaimOutcome> {
  const link = await database.withStore(store.id, (tx) =>
    createAdvocateLink(config.publicUrl)(tx, store.id, advocateId),
  );
  return await claimReferral(
    { database, rewardCodes: createRewardCodes(deriveKey(keyRing, 'reward codes')) },
    {
      slug: link.slice(link.lastIndexOf('/') + 1),
      email: friend.email,
      isConsenting: friend.consent.state === 'subscribed',
      locale: friend.locale,
    },
  );
}

/** The friend buys, with the code the claim gave them where it holds. */
export async function orderAsFriend(
  ground: DemoGround,
  demoStore: DemoStore,
  recommendation: Recommendation,
  order: Order,
): Promise<void> {
  const { id: storeId } = demoStore.store;
  const outcome = await claimAsFriend(ground, demoStore, recommendation);
  const code = outcome.kind === 'welcomed' ? friendCode(ground, demoStore, outcome.referralId) : null;
  const coupon =
    code === null ? null : await ground.database.withStore(storeId, (tx) => findUsableCoupon(tx, storeId, code));
  await tellOrders(ground, demoStore, [coupon === null ? order : { ...order, couponCodes: [coupon.code] }]);
}

function friendCode({ keyRing }: DemoGround, { store }: DemoStore, referralId: string): string {
  const rewardId = deriveRewardId(store.id, `referral:${referralId}`, 'friend_welcome');
  return createRewardCodes(deriveKey(keyRing, 'reward codes'))(rewardId, 'friend_welcome');
}
