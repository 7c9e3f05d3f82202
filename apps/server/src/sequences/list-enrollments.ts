import { sql, type RawBuilder } from 'kysely';
import {
  toInstant,
  toIsoString,
  type CustomerId,
  type EnrollmentId,
  type Instant,
  type SequenceId,
  type StoreId,
} from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';
import type { EnrollmentGroup } from './count-repository.ts';

/** One customer's run, as a list shows it. */
export interface ListedEnrollment {
  readonly id: EnrollmentId;
  readonly customerId: CustomerId;
  readonly version: number;
  readonly status: 'active' | 'completed' | 'exited' | 'failed';
  readonly reason: string | null;
  readonly stepId: string | null;
  readonly dueAt: Instant | null;
  readonly enrolledAt: Instant;
}

export type EnrollmentPosition = readonly [at: number, id: string];

/** When those of a list began, where that is asked for: the first instant within, the last one outside. */
export interface EnrollmentSpan {
  readonly enrolledSince: Instant | null;
  readonly enrolledBefore: Instant | null;
}

const columns = sql`
  id, customer_id as "customerId", version, status, reason, step_id as "stepId",
  due_at as "dueAt", date_trunc('milliseconds', created_at) as "enrolledAt"`;

/** Who rests at a step now, the next to go on first. */
export async function listWaiting(
  tx: Tx,
  storeId: StoreId,
  sequenceId: SequenceId,
  page: EnrollmentSpan & {
    readonly stepId: string;
    readonly after: EnrollmentPosition | null;
    readonly limit: number;
  },
): Promise<readonly ListedEnrollment[]> {
  const after =
    page.after === null
      ? sql`true`
      : sql`(due_at, id) > (${toIsoString(toInstant(page.after[0]))}::timestamptz, ${page.after[1]}::uuid)`;
  const { rows } = await sql<ListedEnrollment>`
    select ${columns} from enrollment
    where store_id = ${storeId} and sequence_id = ${sequenceId} and status = 'active' and step_id = ${page.stepId}
      and ${isWithin(page)} and ${after}
    order by due_at, id limit ${page.limit}`.execute(tx);
  return rows;
}

/**
 * Who stands in a state, for a reason where one is named; those who began last first.
 *
 * @param page - `alike`: only who is in one of these groups; null for all
 */
export async function listByStatus(
  tx: Tx,
  storeId: StoreId,
  sequenceId: SequenceId,
  page: EnrollmentSpan & {
    readonly status: ListedEnrollment['status'];
    readonly reason: string | null;
    readonly alike: readonly EnrollmentGroup[] | null;
    readonly after: EnrollmentPosition | null;
    readonly limit: number;
  },
): Promise<readonly ListedEnrollment[]> {
  const after =
    page.after === null
      ? sql`true`
      : sql`(date_trunc('milliseconds', created_at), id) < (${toIsoString(toInstant(page.after[0]))}::timestamptz, ${page.after[1]}::uuid)`;
  const { rows } = await sql<ListedEnrollment>`
    select ${columns} from enrollment
    where store_id = ${storeId} and sequence_id = ${sequenceId} and status = ${page.status}
      and (${page.reason}::text is null or reason = ${page.reason})
      and ${isWithin(page)} and ${page.alike === null ? sql`true` : isIn(page.alike)} and ${after}
    order by date_trunc('milliseconds', created_at) desc, id desc limit ${page.limit}`.execute(tx);
  return rows;
}

function isWithin({ enrolledSince, enrolledBefore }: EnrollmentSpan): RawBuilder<boolean> {
  const began = enrolledSince === null ? sql`true` : sql`created_at >= ${toIsoString(enrolledSince)}::timestamptz`;
  const earlier = enrolledBefore === null ? sql`true` : sql`created_at < ${toIsoString(enrolledBefore)}::timestamptz`;
  return sql`${began} and ${earlier}`;
}

function isIn(groups: readonly EnrollmentGroup[]): RawBuilder<boolean> {
  return sql`exists (
    select from unnest(
      ${groups.map(({ version }) => version)}::integer[], ${groups.map(({ reason }) => reason)}::text[],
      ${groups.map(({ stepId }) => stepId)}::text[], ${groups.map(({ visits }) => JSON.stringify(visits))}::text[]
    ) as way (version, reason, step_id, visits)
    where way.version = enrollment.version and way.reason is not distinct from enrollment.reason
      and way.step_id is not distinct from enrollment.step_id and way.visits::jsonb = enrollment.state->'visits')`;
}
