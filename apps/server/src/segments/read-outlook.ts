import { sql } from 'kysely';
import type { SegmentId, StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/** What is foreseen of a segment's members together. */
export interface SegmentOutlook {
  /** Members of whom something is foreseen; the others have not bought yet. */
  readonly foreseenCount: number;
  /** What they are expected to bring in the next twelve months. */
  readonly predictedValueMinor: number;
  /** Null without such a member. */
  readonly averageProbabilityAlive: number | null;
  /** Members whose next purchase is expected within a week, and whose expected day is past. */
  readonly dueThisWeekCount: number;
  readonly overdueCount: number;
}

export async function readOutlook(tx: Tx, storeId: StoreId, segmentId: SegmentId): Promise<SegmentOutlook> {
  const { rows } = await sql<SegmentOutlook>`
    select count(*) as "foreseenCount", coalesce(sum(o.predicted_value_minor), 0)::bigint as "predictedValueMinor",
           avg(o.probability_alive) as "averageProbabilityAlive",
           count(*) filter (where o.next_purchase_in_days between 0 and 7) as "dueThisWeekCount",
           count(*) filter (where o.next_purchase_in_days < 0) as "overdueCount"
    from membership m join customer_outlook o on o.store_id = m.store_id and o.customer_id = m.customer_id
    where m.store_id = ${storeId} and m.segment_id = ${segmentId}`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('An aggregate answers one row.');
  return row;
}
