import { sql } from 'kysely';
import type { StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import type { Lane } from '../foundation/lanes/lane.ts';
import { isOutlived, purgeDeliveries } from './repository.ts';

/** Bodies hold personal data: they are kept as long as a replay may be wanted and no longer. */
const keepDays = 30;
const batch = 500;

export function createPurgeLane({ database }: { readonly database: Database }): Lane {
  return {
    name: 'intake.purge-deliveries',
    listDueStores: async (tx) => {
      const { rows } = await sql<{ id: StoreId }>`
        select s.id from unnest(current_stores()) as s (id)
        where exists (
          select from delivery d
          where d.store_id = s.id and ${isOutlived(keepDays)})
      `.execute(tx);
      return rows.map(({ id }) => id);
    },
    work: (storeId) => database.withStore(storeId, (tx) => purgeDeliveries(tx, storeId, keepDays, batch)),
  };
}
