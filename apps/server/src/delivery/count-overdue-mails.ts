import { sql } from 'kysely';
import type { Instant, StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

export interface OverdueMails {
  readonly storeId: StoreId;
  readonly count: number;
  readonly oldestDueAt: Instant;
}

/**
 * Mails that were due more than an hour ago and that nobody has sent, of the stores of this transaction; a store without
 * any is left out. One that waits for a reason (quiet hours, a pause) is not overdue: it became due later.
 */
export async function countOverdueMails(tx: Tx): Promise<readonly OverdueMails[]> {
  const { rows } = await sql<OverdueMails>`
    select store_id as "storeId", count(*) as count, min(due_at) as "oldestDueAt" from effect
    where store_id = any (current_stores()) and kind = 'mail' and settled_at is null
      and due_at < clock_now() - interval '1 hour' and state in ('planned', 'claimed')
    group by store_id`.execute(tx);
  return rows;
}
