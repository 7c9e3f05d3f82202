import { sql } from 'kysely';
import type { CustomerId, StoreId } from '@regulars/core/shared';
import type { Database, Tx } from '../foundation/database/database.ts';
import { claimEvents } from '../foundation/events/claim-events.ts';

const batchSize = 200;

/** Takes erased customers out of their mails. That a mail went, and what became of it, stays. */
export async function forgetCustomers(database: Database, storeId: StoreId): Promise<number> {
  return await database.withStore(storeId, async (tx) => {
    const erased = await claimEvents(tx, storeId, 'delivery', batchSize);
    await redactMessages(
      tx,
      storeId,
      erased.map(({ customerId }) => customerId),
    );
    return erased.length;
  });
}

async function redactMessages(tx: Tx, storeId: StoreId, customerIds: readonly CustomerId[]): Promise<void> {
  if (customerIds.length === 0) return;
  await sql`
    with redacted as (
      update message set recipient = '', recipient_key = '', subject = '', html = '', text = '', envelope = '{}'
      where store_id = ${storeId} and id in (
        select id from effect where store_id = ${storeId} and customer_id = any(${customerIds}::uuid[]) and kind = 'mail')
      returning id
    )
    delete from mailbox_message b using redacted r where b.store_id = ${storeId} and b.id = r.id`.execute(tx);
}
