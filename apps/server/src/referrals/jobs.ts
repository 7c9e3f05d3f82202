import type { Database } from '../foundation/database/database.ts';
import { listStoresBehind } from '../foundation/events/claim-events.ts';
import type { Lane } from '../foundation/lanes/lane.ts';
import { reactToOrders } from './react-to-orders.ts';
import { listStoresWithDueReferrals } from './referral-repository.ts';
import { releaseReferrals } from './release-referrals.ts';

/** The lanes of this room: what orders do to referrals, and what time does. */
export function createReferralLanes(database: Database): readonly Lane[] {
  return [
    {
      name: 'referrals.react',
      listDueStores: (tx) => listStoresBehind(tx, 'referrals'),
      work: (storeId) => reactToOrders(database, storeId),
    },
    {
      name: 'referrals.release',
      listDueStores: listStoresWithDueReferrals,
      work: (storeId) => releaseReferrals(database, storeId),
    },
  ];
}
