import { isLiveReferral, type Reward } from '@regulars/core/referrals';
import type { Instant, ReferralId, StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import { deriveRewardId, findReferral, findStoreOfLink } from '../referrals/door.ts';
import { readRewards } from './reward-repository.ts';

/** A friend's claim and what has become of the code. */
export interface Welcome {
  readonly storeId: StoreId;
  /** Null for the moment between the claim and the reward. */
  readonly reward: Reward | null;
  readonly isLive: boolean;
  /** Since the claim. */
  readonly ageMs: number;
}

/** What the page of a claim shows; null when there is no such claim in the link's store. */
export async function readWelcome(database: Database, slug: string, referralId: ReferralId): Promise<Welcome | null> {
  const storeId = await database.withDirectory((tx) => findStoreOfLink(tx, slug));
  if (storeId === null) return null;
  return database.withStore(storeId, async (tx, now: Instant) => {
    const claim = await findReferral(tx, storeId, referralId);
    if (claim === null || claim.friendCode === null) return null;
    const [stored] = await readRewards(tx, storeId, [
      deriveRewardId(storeId, `referral:${referralId}`, 'friend_welcome'),
    ]);
    const { standing, claimedAt } = claim.referral;
    return { storeId, reward: stored?.reward ?? null, isLive: isLiveReferral(standing.status), ageMs: now - claimedAt };
  });
}
