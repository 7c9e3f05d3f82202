import type { StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import { applyDecisions } from './apply-decisions.ts';
import { lockEndedRewards } from './reward-repository.ts';

/** Ends the issued rewards whose time is over. Returns how many. */
export async function expireRewards(database: Database, storeId: StoreId): Promise<number> {
  return database.withStore(storeId, async (tx, now) => {
    const ended = await lockEndedRewards(tx, storeId, 200);
    const happenings = ended.map(({ reward }) => ({
      rewardId: reward.rewardId,
      input: { kind: 'validityElapsed' as const },
    }));
    await applyDecisions(tx, storeId, ended, happenings, now);
    return ended.length;
  });
}
