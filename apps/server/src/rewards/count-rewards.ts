import { sql } from 'kysely';
import type { StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

export interface RewardCounts {
  /** Codes that customers were given, used or not. */
  readonly issued: number;
  readonly redeemed: number;
}

/** How many rewards of the store became codes, and how many of those were used. */
export async function countRewards(tx: Tx, storeId: StoreId): Promise<RewardCounts> {
  const { rows } = await sql<RewardCounts>`
    select count(*) filter (where issued_at is not null) as issued, count(*) filter (where state = 'redeemed') as redeemed
    from reward where store_id = ${storeId}`.execute(tx);
  return rows[0] ?? { issued: 0, redeemed: 0 };
}
