import { sql } from 'kysely';
import { toIsoString, type Instant, type SegmentId, type StoreId } from '@regulars/core/shared';
import type { SegmentMovement } from '@regulars/core/segments';
import type { Tx } from '../foundation/database/database.ts';
import type { Movement } from './repository.ts';

/** Comings and goings of one day in the store's own time zone. */
export interface MovementDay {
  /** `2026-01-31` */
  readonly day: string;
  readonly cause: SegmentMovement['cause'];
  readonly entered: number;
  readonly left: number;
}

/** Adds movements to the counts of their days. The last statement of its transaction: other batches wait for these rows. */
export async function countMovements(
  tx: Tx,
  storeId: StoreId,
  movements: readonly Pick<Movement, 'segmentId' | 'kind' | 'at'>[],
  cause: SegmentMovement['cause'],
): Promise<void> {
  if (movements.length === 0) return;
  await sql`
    insert into segment_day (store_id, segment_id, day, cause, entered, left_again)
    select ${storeId}::uuid, segment_id, (at at time zone t.time_zone)::date as day, ${cause}::text,
           count(*) filter (where kind = 'segmentEntered'), count(*) filter (where kind = 'segmentLeft')
    from unnest(
      ${movements.map(({ segmentId }) => segmentId)}::uuid[],
      ${movements.map(({ kind }) => kind)}::text[],
      ${movements.map(({ at }) => toIsoString(at))}::timestamptz[]
    ) as given (segment_id, kind, at) cross join (select time_zone from store where id = ${storeId}) as t
    group by segment_id, day
    order by segment_id, day
    on conflict (store_id, segment_id, day, cause) do update
      set entered = segment_day.entered + excluded.entered, left_again = segment_day.left_again + excluded.left_again
  `.execute(tx);
}

/** The days on which somebody moved, the oldest first. */
export async function listMovementDays(
  tx: Tx,
  storeId: StoreId,
  segmentId: SegmentId,
  { days, now }: { readonly days: number; readonly now: Instant },
): Promise<readonly MovementDay[]> {
  const { rows } = await sql<MovementDay>`
    select d.day::text as day, d.cause, d.entered, d.left_again as left
    from segment_day d join store t on t.id = d.store_id
    where d.store_id = ${storeId} and d.segment_id = ${segmentId}
      and d.day > (${toIsoString(now)}::timestamptz at time zone t.time_zone)::date - ${days}::integer
    order by d.day, d.cause
  `.execute(tx);
  return rows;
}
