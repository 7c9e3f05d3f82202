import { sql, type RawBuilder } from 'kysely';
import type { SegmentId, StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';
import { segmentColumns } from './repository.ts';
import type { Segment } from './segment.ts';

/** The span of the movements shown beside a segment, in the store's own days, today included. */
export const movementDays = 30;

/** A segment with its size, its n, and who came and left of late by something that happened to them. */
export interface SizedSegment extends Segment {
  readonly memberCount: number;
  readonly customerCount: number;
  readonly enteredCount: number;
  readonly leftCount: number;
}

export type SegmentState = 'active' | 'archived';

export async function listSegmentsAfter(
  tx: Tx,
  storeId: StoreId,
  state: SegmentState,
  afterKey: string | null,
  limit: number,
): Promise<readonly SizedSegment[]> {
  return select(
    tx,
    storeId,
    sql`(s.archived_at is not null) = ${state === 'archived'}::boolean
      and (${afterKey}::text is null or s.key > ${afterKey}) order by s.key limit ${limit}`,
  );
}

export async function findSegment(tx: Tx, storeId: StoreId, id: SegmentId): Promise<SizedSegment | null> {
  const [segment] = await select(tx, storeId, sql`s.id = ${id}`);
  return segment ?? null;
}

async function select(tx: Tx, storeId: StoreId, which: RawBuilder<unknown>): Promise<readonly SizedSegment[]> {
  const { rows } = await sql<SizedSegment>`
    select ${segmentColumns},
      (select count(*) from membership m where m.store_id = s.store_id and m.segment_id = s.id) as "memberCount",
      (select count(*) from customer_facts f where f.store_id = ${storeId}) as "customerCount",
      moved.entered as "enteredCount", moved.left_again as "leftCount"
    from segment s cross join lateral (
      select coalesce(sum(d.entered), 0) as entered, coalesce(sum(d.left_again), 0) as left_again
      from segment_day d join store t on t.id = d.store_id
      where d.store_id = s.store_id and d.segment_id = s.id and d.cause in ('customerChanged', 'timePassed')
        and d.day > (clock_now() at time zone t.time_zone)::date - ${movementDays}::integer
    ) as moved
    where s.store_id = ${storeId} and ${which}
  `.execute(tx);
  return rows;
}
