import { sql } from 'kysely';
import type { StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

export interface RewardCounts {
  /** Codes that customers were given, used or not; those that welcome a friend are told apart. */
  readonly issued: number;
  readonly redeemed: number;
  readonly welcomeIssued: number;
  readonly welcomeRedeemed: number;
}

/** How many rewards of the store became codes, and how many of those were used. */
export async function countRewards(tx: Tx, storeId: StoreId): Promise<RewardCounts> {
  const { rows } = await sql<RewardCounts>`
    select
      count(*) filter (where side <> 'friend_welcome' and issued_at is not null) as issued,
      count(*) filter (where side <> 'friend_welcome' and state = 'redeemed') as redeemed,
      count(*) filter (where side = 'friend_welcome' and issued_at is not null) as "welcomeIssued",
      count(*) filter (where side = 'friend_welcome' and state = 'redeemed') as "welcomeRedeemed"
    from reward where store_id = ${storeId}`.execute(tx);
  return rows[0] ?? { issued: 0, redeemed: 0, welcomeIssued: 0, welcomeRedeemed: 0 };
}
