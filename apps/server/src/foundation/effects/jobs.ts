import type { Database } from '../database/database.ts';
import type { Lane } from '../lanes/lane.ts';
import { expireLeases, listStoresWithExpiredLeases } from './expire-leases.ts';

/** Takes back what dead workers hold. */
export function createExpireLeasesLane({ database }: { readonly database: Database }): Lane {
  return {
    name: 'foundation.expire-leases',
    listDueStores: listStoresWithExpiredLeases,
    work: (storeId) => database.withStore(storeId, (tx) => expireLeases(tx, storeId)),
  };
}
