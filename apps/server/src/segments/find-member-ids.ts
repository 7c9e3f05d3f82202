import { sql, type RawBuilder } from 'kysely';
import { toIsoString, type CustomerId, type Instant, type StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/** The ids of the members of the segment with this key, as a subquery; of a segment that is not there, none. */
export function findMemberIds(storeId: StoreId, segmentKey: string): RawBuilder<unknown> {
  return sql`
    select m.customer_id from membership m join segment s on s.store_id = m.store_id and s.id = m.segment_id
    where m.store_id = ${storeId} and s.store_id = ${storeId} and s.key = ${segmentKey}`;
}

/** Those who came into the segment with this key since an instant, and are in it still. */
export async function listRecentMembers(
  tx: Tx,
  storeId: StoreId,
  segmentKey: string,
  since: Instant,
): Promise<readonly CustomerId[]> {
  const { rows } = await sql<{ customerId: CustomerId }>`
    select m.customer_id as "customerId" from membership m join segment s on s.store_id = m.store_id and s.id = m.segment_id
    where m.store_id = ${storeId} and s.store_id = ${storeId} and s.key = ${segmentKey}
      and m.since >= ${toIsoString(since)}::timestamptz`.execute(tx);
  return rows.map(({ customerId }) => customerId);
}
