import { sql } from 'kysely';
import type { ConnectionId, StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/** Enough to see who delivers; all of a store's deliveries may be millions. */
const looked = 1_000;

/** The connections from which the store's latest deliveries came. */
export async function listDelivering(tx: Tx, storeId: StoreId): Promise<readonly ConnectionId[]> {
  const { rows } = await sql<{ id: ConnectionId }>`
    select distinct connection_id as id from (
      select connection_id from delivery where store_id = ${storeId} order by received_at desc, id desc limit ${looked}
    ) latest`.execute(tx);
  return rows.map(({ id }) => id);
}
