import { sql } from 'kysely';
import type { CustomerId, StoreId } from '@regulars/core/shared';
import type { Database, Tx } from '../foundation/database/database.ts';
import { claimEvents } from '../foundation/events/claim-events.ts';
import { forgetWords } from '../foundation/events/forget-words.ts';
import { hashSuppressions } from './erased-suppressions.ts';

const batchSize = 200;

/** Takes erased customers out of their mails and suppressions. That a mail went, and what is forbidden, stays. */
export async function forgetCustomers(database: Database, storeId: StoreId): Promise<number> {
  return await database.withStore(storeId, async (tx) => {
    const erased = await claimEvents(tx, storeId, 'delivery', batchSize);
    const customerIds = erased.map(({ customerId }) => customerId);
    await redactMessages(tx, storeId, customerIds);
    await hashSuppressions(tx, storeId, customerIds);
    // Why a person on the team forbade it, in their own words.
    await forgetWords(tx, storeId, customerIds, {
      kinds: ['suppressed', 'unsuppressed', 'unsubscribed'],
      field: 'source',
    });
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
