import { sql } from 'kysely';
import type { CustomerId, Instant, StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/** Those of these customers whom somebody still owes an answer. */
export async function findCustomersWithOpenCase(
  tx: Tx,
  storeId: StoreId,
  customerIds: readonly CustomerId[],
): Promise<ReadonlySet<CustomerId>> {
  const { rows } = await sql<{ customerId: CustomerId }>`
    select customer_id as "customerId" from customer_with_open_case
    where store_id = ${storeId} and customer_id = any(${customerIds}::uuid[])`.execute(tx);
  return new Set(rows.map(({ customerId }) => customerId));
}

/** How many cases of a store are open, and since when the oldest is. */
export interface OpenCases {
  readonly storeId: StoreId;
  readonly count: number;
  readonly oldestAt: Instant;
}

/** Of the stores this transaction sees, those with open cases. */
export async function countOpenCases(tx: Tx): Promise<readonly OpenCases[]> {
  const { rows } = await sql<OpenCases>`
    select store_id as "storeId", count(*) as count, min(opened_at) as "oldestAt"
    from customer_with_open_case where store_id = any(current_stores()) group by store_id`.execute(tx);
  return rows;
}
