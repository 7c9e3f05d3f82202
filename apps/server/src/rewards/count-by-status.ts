import { sql } from 'kysely';
import type { RewardStatus } from '@regulars/core/referrals';
import type { StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/** Rewards that stand alike, and why where something holds them. */
export interface RewardCount {
  readonly status: RewardStatus;
  readonly reason: string | null;
  readonly rewards: number;
}

/** How many of a store's rewards stand where, the most first. */
export async function countByStatus(tx: Tx, storeId: StoreId): Promise<readonly RewardCount[]> {
  const { rows } = await sql<RewardCount>`
    select state as status, reason, count(*) as rewards from reward
    where store_id = ${storeId} group by state, reason order by rewards desc, state, reason`.execute(tx);
  return rows;
}
