import { sql } from 'kysely';
import type { CustomerId, EnrollmentId, Instant, SequenceId, StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/** How many enrollments of a sequence stand how. */
export interface EnrollmentCounts {
  readonly active: number;
  readonly completed: number;
  readonly exited: number;
  readonly failed: number;
}

export const noEnrollments: EnrollmentCounts = { active: 0, completed: 0, exited: 0, failed: 0 };

export async function countEnrollments(tx: Tx, storeId: StoreId): Promise<ReadonlyMap<SequenceId, EnrollmentCounts>> {
  const { rows } = await sql<EnrollmentCounts & { sequenceId: SequenceId }>`
    select sequence_id as "sequenceId",
           count(*) filter (where status = 'active') as active, count(*) filter (where status = 'completed') as completed,
           count(*) filter (where status = 'exited') as exited, count(*) filter (where status = 'failed') as failed
    from enrollment
    where store_id = ${storeId}
    group by sequence_id
  `.execute(tx);
  return new Map(rows.map(({ sequenceId, ...counts }) => [sequenceId, counts]));
}

/** How many enrollments came by a step, over all versions, and how many rest there now. */
export interface StepCount {
  readonly stepId: string;
  readonly reached: number;
  readonly waiting: number;
}

export async function countSteps(tx: Tx, storeId: StoreId, sequenceId: SequenceId): Promise<readonly StepCount[]> {
  const { rows } = await sql<StepCount>`
    select visit.key as "stepId", count(*) as reached,
           count(*) filter (where e.status = 'active' and e.step_id = visit.key) as waiting
    from enrollment e cross join lateral jsonb_object_keys(e.state->'visits') as visit (key)
    where e.store_id = ${storeId} and e.sequence_id = ${sequenceId}
    group by visit.key
    order by visit.key
  `.execute(tx);
  return rows;
}

/** An enrollment that could not be decided. */
export interface FailedEnrollment {
  readonly id: EnrollmentId;
  readonly sequenceId: SequenceId;
  readonly version: number;
  readonly customerId: CustomerId;
  readonly stepId: string | null;
  /** Why, as a stable code. */
  readonly code: string;
  readonly failedAt: Instant;
}

/** The newest first. */
export async function listFailedEnrollments(
  tx: Tx,
  storeId: StoreId,
  before: readonly [Instant, string] | null,
  limit: number,
): Promise<readonly FailedEnrollment[]> {
  const { rows } = await sql<FailedEnrollment>`
    select id, sequence_id as "sequenceId", version, customer_id as "customerId", step_id as "stepId", reason as code,
           date_trunc('milliseconds', updated_at) as "failedAt"
    from enrollment
    where store_id = ${storeId} and status = 'failed'
      and (${before?.[0] ?? null}::bigint is null
        or (date_trunc('milliseconds', updated_at), id) < (to_timestamp(${before?.[0] ?? null}::bigint / 1000.0), ${before?.[1] ?? null}::uuid))
    order by date_trunc('milliseconds', updated_at) desc, id desc
    limit ${limit}
  `.execute(tx);
  return rows;
}
