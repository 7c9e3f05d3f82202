import { sql, type RawBuilder } from 'kysely';
import type { StoreId } from '@regulars/core/shared';

/** The ids of the members of the segment with this key, as a subquery; of a segment that is not there, none. */
export function findMemberIds(storeId: StoreId, segmentKey: string): RawBuilder<unknown> {
  return sql`
    select m.customer_id from membership m join segment s on s.store_id = m.store_id and s.id = m.segment_id
    where m.store_id = ${storeId} and s.store_id = ${storeId} and s.key = ${segmentKey}`;
}
