import { sql } from 'kysely';
import type { StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';

/** How many pulls of a store wait for a person. */
export interface PullTroubles {
  readonly storeId: StoreId;
  readonly failedPulls: number;
}

/** A connection that was never given an address or a key is none: its store only sends. */
export async function countPullTroubles(tx: Tx): Promise<readonly PullTroubles[]> {
  const { rows } = await sql<PullTroubles>`
    select store_id as "storeId", count(*) as "failedPulls" from pull
    where store_id = any(current_stores()) and state = 'failed'
      and not (failure_code = 'misconfigured' and last_page_at is null)
    group by store_id`.execute(tx);
  return rows;
}
