import { sql } from 'kysely';
import type { StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/** How many sequences a store has, and how many of them are on. */
export interface SwitchedSequences {
  readonly storeId: StoreId;
  readonly total: number;
  readonly live: number;
}

/** Of the stores of this transaction; one without any sequence is left out. */
export async function countSwitchedSequences(tx: Tx): Promise<readonly SwitchedSequences[]> {
  const { rows } = await sql<SwitchedSequences>`
    select store_id as "storeId", count(*) as total, count(*) filter (where state = 'live') as live
    from sequence where store_id = any (current_stores()) group by store_id`.execute(tx);
  return rows;
}
