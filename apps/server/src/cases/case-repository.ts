import { sql } from 'kysely';
import { toIsoString, type CustomerId, type Instant, type StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';
import type { CaseId, Remark } from './remark.ts';

/** Something a customer said that somebody has to answer. */
export interface Case {
  readonly id: CaseId;
  readonly customerId: CustomerId;
  readonly state: 'open' | 'closed';
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  /** `person:` or `apiKey:` and an id. */
  readonly closedBy: string | null;
  readonly closingNote: string | null;
  /** What they said, the first first. */
  readonly remarks: readonly Remark[];
}

export interface CaseQuery {
  /** Null for both. */
  readonly state: Case['state'] | null;
  /** Null for all customers. */
  readonly customerId: CustomerId | null;
  /** The last case of the page before. */
  readonly after: readonly [openedAt: Instant, id: string] | null;
  readonly limit: number;
}

const columns = sql`
  c.id, c.customer_id as "customerId", case when c.closed_at is null then 'open' else 'closed' end as state,
  c.opened_at as "openedAt", c.closed_at as "closedAt", c.closed_by as "closedBy", c.closing_note as "closingNote"`;

/** Newest first. */
export async function listCases(
  tx: Tx,
  storeId: StoreId,
  { state, customerId, after, limit }: CaseQuery,
): Promise<readonly Case[]> {
  const [at, id] = after ?? [null, null];
  const { rows } = await sql<Omit<Case, 'remarks'>>`
    select ${columns} from customer_case c
    where c.store_id = ${storeId}
      and (${state}::text is null or (c.closed_at is null) = (${state}::text = 'open'))
      and (${customerId}::uuid is null or c.customer_id = ${customerId}::uuid)
      and (${id}::uuid is null or (c.opened_at, c.id) < (${at === null ? null : toIsoString(at)}::timestamptz, ${id}::uuid))
    order by c.opened_at desc, c.id desc limit ${limit}`.execute(tx);
  return await withRemarks(tx, storeId, rows);
}

export async function findCase(tx: Tx, storeId: StoreId, caseId: CaseId): Promise<Case | null> {
  const { rows } = await sql<Omit<Case, 'remarks'>>`
    select ${columns} from customer_case c where c.store_id = ${storeId} and c.id = ${caseId}`.execute(tx);
  return (await withRemarks(tx, storeId, rows))[0] ?? null;
}

async function withRemarks(
  tx: Tx,
  storeId: StoreId,
  cases: readonly Omit<Case, 'remarks'>[],
): Promise<readonly Case[]> {
  if (cases.length === 0) return [];
  const { rows } = await sql<Remark & { caseId: CaseId }>`
    select id, case_id as "caseId", kind, words, at, message_id as "messageId", subject from remark
    where store_id = ${storeId} and case_id = any(${cases.map(({ id }) => id)}::uuid[])
    order by at, id`.execute(tx);
  const remarks = Map.groupBy(rows, ({ caseId }) => caseId);
  return cases.map((each) => ({
    ...each,
    remarks: (remarks.get(each.id) ?? []).map(({ caseId: _caseId, ...remark }) => remark),
  }));
}
