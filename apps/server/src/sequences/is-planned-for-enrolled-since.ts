import { sql, type RawBuilder } from 'kysely';
import { toIsoString, type Instant } from '@regulars/core/shared';

/**
 * A condition on a row of `effect` under the name `e`: an enrollment that began then or later has planned it.
 *
 * @example
 * ```ts
 * sql`select count(*) from effect e where e.store_id = ${storeId} and ${isPlannedForEnrolledSince(since)}`;
 * ```
 */
export function isPlannedForEnrolledSince(since: Instant): RawBuilder<boolean> {
  return sql`exists (
    select from enrollment began
    where began.store_id = e.store_id and began.id = (e.payload->'enrollment'->>'enrollmentId')::uuid
      and began.created_at >= ${toIsoString(since)}::timestamptz)`;
}
