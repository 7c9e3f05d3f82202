import { sql } from 'kysely';
import { toIsoString, type CustomerId, type Instant, type StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';
import type { CaseId, Remark } from './remark.ts';

/** A remark as it stands in a list of its own. */
export interface ListedRemark extends Remark {
  readonly customerId: CustomerId;
  /** Null for one that needs nobody. */
  readonly caseId: CaseId | null;
}

export interface RemarkQuery {
  /** Null for all customers. */
  readonly customerId: CustomerId | null;
  /** The last remark of the page before. */
  readonly after: readonly [at: Instant, id: string] | null;
  readonly limit: number;
}

/** Newest first. */
export async function listRemarks(
  tx: Tx,
  storeId: StoreId,
  { customerId, after, limit }: RemarkQuery,
): Promise<readonly ListedRemark[]> {
  const [at, id] = after ?? [null, null];
  const { rows } = await sql<ListedRemark>`
    select id, customer_id as "customerId", case_id as "caseId", kind, words, at, message_id as "messageId", subject from remark
    where store_id = ${storeId}
      and (${customerId}::uuid is null or customer_id = ${customerId}::uuid)
      and (${id}::uuid is null or (at, id) < (${at === null ? null : toIsoString(at)}::timestamptz, ${id}::uuid))
    order by at desc, id desc limit ${limit}`.execute(tx);
  return rows;
}
