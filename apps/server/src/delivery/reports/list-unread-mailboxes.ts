import { sql } from 'kysely';
import type { AdapterErrorKind } from '@regulars/adapter-contracts';
import type { Instant, StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';

/** A mailbox of bounces that does not open. */
export interface UnreadMailbox {
  readonly storeId: StoreId;
  readonly failure: AdapterErrorKind;
  /** When it was last read without trouble. */
  readonly readAt: Instant;
}

/**
 * Mailboxes that cannot be read, of the stores of this transaction: because they refuse to, or because they have been out
 * of reach for six hours.
 */
export async function listUnreadMailboxes(tx: Tx): Promise<readonly UnreadMailbox[]> {
  const { rows } = await sql<UnreadMailbox>`
    select store_id as "storeId", failure, read_at as "readAt" from mail_pull
    where store_id = any (current_stores()) and kind = 'reports' and failure is not null
      and (failure not in ('unavailable', 'rateLimited') or read_at < clock_now() - interval '6 hours')`.execute(tx);
  return rows;
}
