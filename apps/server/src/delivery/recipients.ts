import { sql } from 'kysely';
import type { StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/**
 * Holds these recipients until the transaction ends. Who decides whether to write to somebody, and who forbids it, both
 * take this lock first: so nobody is claimed after a suppression is committed, and no cap is passed by two at once.
 */
export async function lockRecipients(tx: Tx, storeId: StoreId, recipientKeys: readonly string[]): Promise<void> {
  if (recipientKeys.length === 0) return;
  // In one order everywhere, so that two batches never wait for each other crosswise.
  await sql`
    select count(pg_advisory_xact_lock(hash)) from (
      select distinct hashtextextended(key, hashtext(${storeId})) as hash from unnest(${recipientKeys}::text[]) as k (key) order by hash
    ) ordered`.execute(tx);
}
