import { sql, type RawBuilder } from 'kysely';
import type { CustomerId, StoreId } from '@regulars/core/shared';
import type { Tx } from './database.ts';

/**
 * What one room keeps about a customer, for the copy that the law gives them: JSON, instants in ISO 8601, and nothing
 * about anybody else.
 */
export type ExportPart = (tx: Tx, storeId: StoreId, customerId: CustomerId) => Promise<readonly unknown[]>;

/** The rows of a query as JSON, with the column names it gives them. */
export async function readAsJson(tx: Tx, query: RawBuilder<unknown>): Promise<readonly unknown[]> {
  const { rows } = await sql<{ row: unknown }>`select to_jsonb(r) as row from (${query}) as r`.execute(tx);
  return rows.map(({ row }) => row);
}
