import type { Database } from '../foundation/database/database.ts';
import { listStoresBehind } from '../foundation/events/claim-events.ts';
import type { Lane } from '../foundation/lanes/lane.ts';
import { updateMemberships } from './update-memberships.ts';

/** Keeps memberships up with what happens to customers. */
export function createUpdateMembershipsLane(deps: { readonly database: Database }): Lane {
  return {
    name: 'segments.update-memberships',
    listDueStores: (tx) => listStoresBehind(tx, 'segments'),
    work: (storeId) => updateMemberships(deps, storeId),
  };
}
