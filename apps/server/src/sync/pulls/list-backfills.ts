import { sql } from 'kysely';
import type { StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';

/** How far the history of a store is read, in orders. */
export interface BackfillUnderWay {
  readonly storeId: StoreId;
  readonly done: number;
  /** Null until the platform has said how many there are. */
  readonly total: number | null;
}

/** The stores whose history is being read, or is about to be. */
export async function listBackfills(tx: Tx): Promise<readonly BackfillUnderWay[]> {
  const { rows } = await sql<BackfillUnderWay>`
    select store_id as "storeId",
           sum(orders_done + parts_rejected) filter (where resource = 'orders')::bigint as done,
           sum(total) filter (where resource = 'orders')::bigint as total
    from pull
    where store_id = any(current_stores()) and kind = 'backfill'
    group by store_id
    having bool_or(state in ('waiting', 'running'))`.execute(tx);
  return rows;
}
