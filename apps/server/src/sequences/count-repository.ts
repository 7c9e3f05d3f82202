import { sql } from 'kysely';
import {
  toIsoString,
  type CustomerId,
  type EnrollmentId,
  type Instant,
  type SequenceId,
  type StoreId,
} from '@regulars/core/shared';
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

/** Enrollments of one sequence that are alike in everything that is told of them. */
export interface EnrollmentGroup {
  readonly version: number;
  readonly status: 'active' | 'completed' | 'exited' | 'failed';
  readonly reason: string | null;
  /** The wait they rest on. */
  readonly stepId: string | null;
  /** They began within the span. */
  readonly isRecent: boolean;
  /** The steps they came by, and how often. */
  readonly visits: Readonly<Record<string, number>>;
  readonly customers: number;
}

/**
 * All enrollments of a sequence, in as many groups as there are ways to stand in it: few, however many customers.
 *
 * @param since - the span begins here; null for all time
 */
export async function groupEnrollments(
  tx: Tx,
  storeId: StoreId,
  sequenceId: SequenceId,
  since: Instant | null,
): Promise<readonly EnrollmentGroup[]> {
  const { rows } = await sql<EnrollmentGroup>`
    select version, status, reason, step_id as "stepId", created_at >= ${since === null ? '-infinity' : toIsoString(since)}::timestamptz as "isRecent",
           state->'visits' as visits, count(*) as customers
    from enrollment
    where store_id = ${storeId} and sequence_id = ${sequenceId}
    group by 1, 2, 3, 4, 5, 6
  `.execute(tx);
  return rows;
}

/** Mails a step planned that stand alike. */
export interface MailGroup {
  readonly stepId: string;
  /** As the outbox tells it: planned, accepted, skipped … */
  readonly state: string;
  readonly reason: string | null;
  readonly mails: number;
}

/** The mails planned for those who began a sequence within the span. */
export async function groupMails(
  tx: Tx,
  storeId: StoreId,
  sequenceId: SequenceId,
  since: Instant,
): Promise<readonly MailGroup[]> {
  const { rows } = await sql<MailGroup>`
    select f.payload->'enrollment'->>'stepId' as "stepId", f.state, f.reason, count(*) as mails
    from effect f
    join enrollment e on e.store_id = f.store_id and e.id = (f.payload->'enrollment'->>'enrollmentId')::uuid
    where f.store_id = ${storeId} and f.kind = 'mail' and f.created_at >= ${toIsoString(since)}::timestamptz
      and e.store_id = ${storeId} and e.sequence_id = ${sequenceId} and e.created_at >= ${toIsoString(since)}::timestamptz
    group by 1, 2, 3
    order by mails desc, 1, 2, 3
  `.execute(tx);
  return rows;
}

/** What a sequence planned since an instant, by what became of it. */
export interface RecentMails {
  readonly sent: number;
  readonly skipped: readonly { readonly reason: string; readonly mails: number }[];
}

export const noMails: RecentMails = { sent: 0, skipped: [] };

export async function countRecentMails(
  tx: Tx,
  storeId: StoreId,
  since: Instant,
): Promise<ReadonlyMap<SequenceId, RecentMails>> {
  const { rows } = await sql<{ sequenceId: SequenceId; state: string; reason: string | null; mails: number }>`
    select payload->'enrollment'->>'sequenceId' as "sequenceId", state, reason, count(*) as mails
    from effect
    where store_id = ${storeId} and kind = 'mail' and created_at >= ${toIsoString(since)}::timestamptz
      and state in ('accepted', 'skipped') and payload->'enrollment' is not null
    group by 1, 2, 3
    order by mails desc
  `.execute(tx);
  return new Map(
    [...Map.groupBy(rows, ({ sequenceId }) => sequenceId)].map(([sequenceId, own]) => [
      sequenceId,
      {
        sent: own.filter(({ state }) => state === 'accepted').reduce((sum, { mails }) => sum + mails, 0),
        skipped: own
          .filter(({ state }) => state === 'skipped')
          .map(({ reason, mails }) => ({ reason: reason ?? 'unknown', mails })),
      },
    ]),
  );
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
