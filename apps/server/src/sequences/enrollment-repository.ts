import { sql } from 'kysely';
import { toIsoString, type CustomerId, type EnrollmentId, type StoreId } from '@regulars/core/shared';
import type { EnrollmentState } from '@regulars/core/sequences';
import type { Tx } from '../foundation/database/database.ts';

/** An enrollment as known to a batch: its state while it can still be decided about, else only that it exists. */
export interface KnownEnrollment {
  readonly id: EnrollmentId;
  readonly customerId: CustomerId;
  readonly state: EnrollmentState | null;
}

/** All enrollments of these customers; whoever holds the customers' events writes about them alone. */
export async function listEnrollments(
  tx: Tx,
  storeId: StoreId,
  customerIds: readonly CustomerId[],
): Promise<readonly KnownEnrollment[]> {
  const { rows } = await sql<KnownEnrollment>`
    select id, customer_id as "customerId",
           case when status = 'active' or (status = 'completed' and updated_at > clock_now() - interval '48 hours') then state end as state
    from enrollment
    where store_id = ${storeId} and customer_id = any(${customerIds}::uuid[])
  `.execute(tx);
  return rows;
}

const withoutOpenCase = sql`not exists (
  select from customer_with_open_case c where c.store_id = e.store_id and c.customer_id = e.customer_id)`;

/**
 * Takes due enrollments of sequences that are not paused and of customers nobody owes an answer. The customers' event streams are taken along, as whoever
 * reacts to events takes them first: so the two never hold one customer at once, nor wait crosswise.
 */
export async function claimDueEnrollments(
  tx: Tx,
  storeId: StoreId,
  limit: number,
): Promise<readonly EnrollmentState[]> {
  const { rows } = await sql<{ state: EnrollmentState }>`
    select e.state
    from enrollment e
    join sequence q on q.store_id = e.store_id and q.id = e.sequence_id and q.state <> 'paused'
    join event_stream s on s.store_id = e.store_id and s.customer_id = e.customer_id
    where e.store_id = ${storeId} and e.status = 'active' and e.due_at <= clock_now() and ${withoutOpenCase}
    order by e.due_at
    limit ${limit}
    for update of e, s skip locked
  `.execute(tx);
  return rows.map(({ state }) => state);
}

/** Stores with enrollments due, the longest due first. */
export async function listStoresWithDueEnrollments(tx: Tx): Promise<readonly StoreId[]> {
  const { rows } = await sql<{ id: StoreId }>`
    select s.id from unnest(current_stores()) as s (id)
    cross join lateral (
      select e.due_at from enrollment e
      join sequence q on q.store_id = e.store_id and q.id = e.sequence_id and q.state <> 'paused'
      where e.store_id = s.id and e.status = 'active' and e.due_at <= clock_now() and ${withoutOpenCase}
      order by e.due_at limit 1
    ) oldest
    order by oldest.due_at
  `.execute(tx);
  return rows.map(({ id }) => id);
}

/** An enrollment to be written; `failureCode` sets it aside. */
export interface WrittenEnrollment {
  readonly state: EnrollmentState;
  readonly failureCode: string | null;
}

/** Writes new enrollments and new states of old ones, in one statement. */
export async function saveEnrollments(
  tx: Tx,
  storeId: StoreId,
  enrollments: readonly WrittenEnrollment[],
): Promise<void> {
  if (enrollments.length === 0) return;
  const states = enrollments.map(({ state }) => state);
  await sql`
    insert into enrollment (store_id, id, sequence_id, version, customer_id, entry_key, status, reason, step_id, state, due_at)
    select ${storeId}::uuid, id, sequence_id, version, customer_id, entry_key, status, reason, step_id, state::jsonb, due_at
    from unnest(
      ${states.map((state) => state.enrollmentId)}::uuid[],
      ${states.map((state) => state.sequenceId)}::uuid[],
      ${states.map((state) => state.version)}::integer[],
      ${states.map((state) => state.customerId)}::uuid[],
      ${states.map((state) => state.entryKey)}::text[],
      ${enrollments.map(({ state, failureCode }) => (failureCode === null ? state.status : 'failed'))}::text[],
      ${enrollments.map(({ state, failureCode }) => failureCode ?? state.reason)}::text[],
      ${states.map((state) => state.stepId)}::text[],
      ${states.map((state) => JSON.stringify(state))}::text[],
      ${enrollments.map(({ state, failureCode }) => (failureCode !== null || state.dueAt === null ? null : toIsoString(state.dueAt)))}::timestamptz[]
    ) as given (id, sequence_id, version, customer_id, entry_key, status, reason, step_id, state, due_at)
    on conflict (store_id, id) do update
      set status = excluded.status, reason = excluded.reason, step_id = excluded.step_id, state = excluded.state,
          due_at = excluded.due_at, updated_at = clock_now()
  `.execute(tx);
}
