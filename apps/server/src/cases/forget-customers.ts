import { sql } from 'kysely';
import type { StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import { claimEvents } from '../foundation/events/claim-events.ts';

const batchSize = 200;

/** Takes erased customers' words out of what they said, and closes their cases: there is nobody left to answer. */
export async function forgetCustomers(database: Database, storeId: StoreId): Promise<number> {
  return await database.withStore(storeId, async (tx) => {
    const erased = await claimEvents(tx, storeId, 'cases', batchSize);
    const customerIds = erased.map(({ customerId }) => customerId);
    if (customerIds.length === 0) return 0;
    await sql`
      update remark set words = null, subject = ''
      where store_id = ${storeId} and customer_id = any(${customerIds}::uuid[])`.execute(tx);
    await sql`
      update customer_case set closed_at = coalesce(closed_at, clock_now()), closed_by = null, closing_note = null
      where store_id = ${storeId} and customer_id = any(${customerIds}::uuid[])`.execute(tx);
    return erased.length;
  });
}
