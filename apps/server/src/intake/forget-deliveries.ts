import { sql } from 'kysely';
import type { ConnectionId, StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/** Empties the settled deliveries of a connection, at most so many; that they came stays. */
export async function forgetDeliveriesOf(
  tx: Tx,
  storeId: StoreId,
  connectionId: ConnectionId,
  limit: number,
): Promise<number> {
  const { numAffectedRows } = await sql`
    update delivery set body = '', headers = '{}', reason = coalesce(reason, 'delivery.forgotten')
    where store_id = ${storeId} and id in (
      select id from delivery
      where store_id = ${storeId} and connection_id = ${connectionId} and state in ('processed', 'ignored', 'poison')
        and octet_length(body) > 0
      limit ${limit})`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}
