import type { Database } from '../foundation/database/database.ts';
import { listStoresBehind } from '../foundation/events/claim-events.ts';
import type { Lane } from '../foundation/lanes/lane.ts';
import { followOutlook, listStoresToFollow } from './follow-outlook.ts';
import { updateMemberships } from './update-memberships.ts';

/** Keep memberships up with what happens to customers, and with what is foreseen of them as time goes by. */
export function createSegmentLanes(deps: { readonly database: Database }): readonly [Lane, Lane] {
  return [
    {
      name: 'segments.update-memberships',
      listDueStores: (tx) => listStoresBehind(tx, 'segments'),
      work: (storeId) => updateMemberships(deps, storeId),
    },
    {
      name: 'segments.follow-outlook',
      listDueStores: listStoresToFollow,
      work: async (storeId) => {
        await followOutlook(deps, storeId);
        return 1;
      },
    },
  ];
}
