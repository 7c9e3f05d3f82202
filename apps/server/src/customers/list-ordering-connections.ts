import { sql } from 'kysely';
import type { ConnectionId, StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/** Which of these connections have brought an order. */
export async function listOrderingConnections(
  tx: Tx,
  storeId: StoreId,
  connectionIds: readonly ConnectionId[],
): Promise<readonly ConnectionId[]> {
  const { rows } = await sql<{ id: ConnectionId }>`
    select id from unnest(${connectionIds}::uuid[]) c (id)
    where exists (select from orders o where o.store_id = ${storeId} and o.connection_id = c.id)`.execute(tx);
  return rows.map(({ id }) => id);
}
