import { sql, type RawBuilder } from 'kysely';
import type { StoreId } from '@regulars/core/shared';

/**
 * The store, without telling the planner which. Told, it takes a store that is not in its statistics yet for empty: any index
 * that begins with the store seems as good as the one that names the row, and a first back-fill reads all of the store once
 * per key. Untold, it reckons with a store as large as the others.
 */
export function someStore(storeId: StoreId): RawBuilder<StoreId> {
  return sql<StoreId>`(select ${storeId}::uuid)`;
}
