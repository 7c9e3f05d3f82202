import { sql } from 'kysely';
import type { StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

export interface ReferralCounts {
  readonly storeId: StoreId;
  /** Claimed or held: it may still bring a reward. */
  readonly open: number;
  /** The friend bought and kept it. */
  readonly qualified: number;
  /** Held until somebody has looked at it. */
  readonly waitingForReview: number;
}

/** How the referrals of each store of this transaction stand; a store without any is left out. */
export async function countReferrals(tx: Tx): Promise<readonly ReferralCounts[]> {
  const { rows } = await sql<ReferralCounts>`
    select store_id as "storeId", count(*) filter (where state in ('claimed', 'held')) as open,
      count(*) filter (where state in ('qualified', 'closed')) as qualified,
      count(*) filter (where state = 'held' and decided->'standing'->>'review' = 'waiting') as "waitingForReview"
    from referral where store_id = any (current_stores()) group by store_id`.execute(tx);
  return rows;
}
