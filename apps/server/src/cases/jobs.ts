import type { Database } from '../foundation/database/database.ts';
import { listStoresBehind } from '../foundation/events/claim-events.ts';
import type { Lane } from '../foundation/lanes/lane.ts';
import { forgetCustomers } from './forget-customers.ts';

/** Forgets what erased customers said. */
export function createForgetLane({ database }: { readonly database: Database }): Lane {
  return {
    name: 'cases.forget',
    listDueStores: (tx) => listStoresBehind(tx, 'cases'),
    work: (storeId) => forgetCustomers(database, storeId),
  };
}
