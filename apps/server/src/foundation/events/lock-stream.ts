import { sql } from 'kysely';
import type { CustomerId, StoreId } from '@regulars/core/shared';
import type { Tx } from '../database/database.ts';

/**
 * Holds a customer's event stream until the transaction ends. Whoever changes something of a customer before it appends
 * takes this first, as `appendEvents` and every lane do, so that no two wait for each other crosswise.
 */
export async function lockStream(tx: Tx, storeId: StoreId, customerId: CustomerId): Promise<void> {
  await lockStreams(tx, storeId, [customerId]);
}

/** The same for several customers, in the order in which `appendEvents` takes them. */
export async function lockStreams(tx: Tx, storeId: StoreId, customerIds: readonly CustomerId[]): Promise<void> {
  if (customerIds.length === 0) return;
  await sql`
    select from event_stream where store_id = ${storeId} and customer_id = any(${customerIds}::uuid[])
    order by customer_id
    for update`.execute(tx);
}
