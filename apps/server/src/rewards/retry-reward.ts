import type { Reward } from '@regulars/core/referrals';
import { fail, ok, type Result, type RewardId, type StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import { applyDecisions } from './apply-decisions.ts';
import { lockRewards } from './reward-repository.ts';

/** A person has seen to what held a reward up: its code is asked for again, under the same name. */
export async function retryReward(
  database: Database,
  storeId: StoreId,
  rewardId: RewardId,
): Promise<Result<Reward, 'reward.not_found' | 'reward.not_stuck'>> {
  return database.withStore(storeId, async (tx, now) => {
    const locked = await lockRewards(tx, storeId, { ids: [rewardId], sources: [], codes: [] });
    const [stored] = locked;
    if (stored === undefined) return fail('reward.not_found');
    const decided = (await applyDecisions(tx, storeId, locked, [{ rewardId, input: { kind: 'retryAsked' } }], now)).get(
      rewardId,
    );
    return decided === undefined || decided.reward === stored.reward ? fail('reward.not_stuck') : ok(decided.reward);
  });
}
