import { sql } from 'kysely';
import type { StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';

/** How many pulls of a store wait for a person, or have come to nothing time and again. */
export interface PullTroubles {
  readonly storeId: StoreId;
  readonly failedPulls: number;
}

/** By then an hour has passed without a page. */
const manyFailures = 9;

/** A connection that was never given an address or a key is none: its store only sends. */
export async function countPullTroubles(tx: Tx): Promise<readonly PullTroubles[]> {
  const { rows } = await sql<PullTroubles>`
    select store_id as "storeId", count(*) as "failedPulls" from pull
    where store_id = any(current_stores()) and (state = 'failed' or state = 'waiting' and failures >= ${manyFailures} and failure_code <> 'rateLimited')
      and not (failure_code = 'misconfigured' and last_page_at is null)
    group by store_id`.execute(tx);
  return rows;
}
