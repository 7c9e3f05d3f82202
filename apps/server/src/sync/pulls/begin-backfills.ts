import { sql } from 'kysely';
import type { ConnectionId, StoreId } from '@regulars/core/shared';
import type { Database, Tx } from '../../foundation/database/database.ts';
import { planPulls } from './plan-pulls.ts';
import { pulledResources } from './pull.ts';

/** Connections to platforms that can be read, and of which nothing was read yet. */
const unread = (adapterIds: readonly string[]) => sql`
  connection c
  where c.purpose = 'platform' and c.paused_reason is null and c.adapter_id = any(${adapterIds}::text[])
    and c.store_id = any(current_stores())
    and not exists (select 1 from pull p where p.store_id = c.store_id and p.connection_id = c.id and p.kind = 'backfill')`;

export async function listStoresToBackfill(tx: Tx, adapterIds: readonly string[]): Promise<readonly StoreId[]> {
  const { rows } = await sql<{ id: StoreId }>`select distinct c.store_id as id from ${unread(adapterIds)}`.execute(tx);
  return rows.map(({ id }) => id);
}

/**
 * Plans to read everything of each connection that was never read. Whether it lets us in shows with the first page.
 *
 * @returns for how many connections.
 */
export async function beginBackfills(
  database: Database,
  storeId: StoreId,
  adapterIds: readonly string[],
): Promise<number> {
  return await database.withStore(storeId, async (tx) => {
    const { rows } = await sql<{ id: ConnectionId }>`
      select c.id from ${unread(adapterIds)} for no key update of c skip locked`.execute(tx);
    for (const { id } of rows)
      await planPulls(tx, storeId, {
        connectionId: id,
        kind: 'backfill',
        resources: pulledResources,
        updatedFrom: null,
      });
    return rows.length;
  });
}
