import { sql } from 'kysely';
import {
  toInstant,
  toIsoString,
  type CustomerId,
  type Instant,
  type SegmentId,
  type StoreId,
} from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

export interface Member {
  readonly customerId: CustomerId;
  readonly since: Instant;
}

/** Who is in the segment, those who came last first. */
export async function listMembers(
  tx: Tx,
  storeId: StoreId,
  segmentId: SegmentId,
  after: readonly [since: number, customerId: string] | null,
  limit: number,
): Promise<readonly Member[]> {
  const [since, customerId] = after === null ? [null, null] : [toIsoString(toInstant(after[0])), after[1]];
  const { rows } = await sql<Member>`
    select customer_id as "customerId", since from membership
    where store_id = ${storeId} and segment_id = ${segmentId}
      and (${since}::timestamptz is null or (since, customer_id) < (${since}::timestamptz, ${customerId}::uuid))
    order by since desc, customer_id desc
    limit ${limit}
  `.execute(tx);
  return rows;
}
