import { sql } from 'kysely';
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

const columns = sql`
  id, customer_id as "customerId", version, status, reason, step_id as "stepId",
  due_at as "dueAt", date_trunc('milliseconds', created_at) as "enrolledAt"`;

/** Who rests at a step now, the next to go on first. */
export async function listWaiting(
  tx: Tx,
  storeId: StoreId,
  sequenceId: SequenceId,
  page: { readonly stepId: string; readonly after: EnrollmentPosition | null; readonly limit: number },
): Promise<readonly ListedEnrollment[]> {
  const after =
    page.after === null
      ? sql`true`
      : sql`(due_at, id) > (${toIsoString(toInstant(page.after[0]))}::timestamptz, ${page.after[1]}::uuid)`;
  const { rows } = await sql<ListedEnrollment>`
    select ${columns} from enrollment
    where store_id = ${storeId} and sequence_id = ${sequenceId} and status = 'active' and step_id = ${page.stepId} and ${after}
    order by due_at, id limit ${page.limit}`.execute(tx);
  return rows;
}

/** Who stands in a state, for a reason where one is named; those who began last first. */
export async function listByStatus(
  tx: Tx,
  storeId: StoreId,
  sequenceId: SequenceId,
  page: {
    readonly status: 'active' | 'completed' | 'exited' | 'failed';
    readonly reason: string | null;
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
      and (${page.reason}::text is null or reason = ${page.reason}) and ${after}
    order by date_trunc('milliseconds', created_at) desc, id desc limit ${page.limit}`.execute(tx);
  return rows;
}
