import { listStoresWithDueEffects } from '../foundation/effects/claim-effects.ts';
import { listStoresBehind } from '../foundation/events/claim-events.ts';
import type { Lane } from '../foundation/lanes/lane.ts';
import { expireRewards } from './expire-rewards.ts';
import { reactToEvents, type ReactDeps } from './react-to-events.ts';
import { listStoresWithEndedRewards } from './reward-repository.ts';
import { workCoupons, type CouponDeps } from './work-coupons.ts';

/** The lanes of this room: who is given what, codes to be made, codes nobody knows about, codes that end. */
export function createRewardLanes(deps: ReactDeps & CouponDeps): readonly Lane[] {
  return [
    {
      name: 'rewards.react',
      listDueStores: (tx) => listStoresBehind(tx, 'rewards'),
      work: (storeId) => reactToEvents(deps, storeId),
    },
    {
      name: 'rewards.issue',
      listDueStores: (tx) => listStoresWithDueEffects(tx, 'coupon', 'planned'),
      work: (storeId) => workCoupons(deps, storeId, 'planned'),
    },
    {
      name: 'rewards.resolve',
      listDueStores: (tx) => listStoresWithDueEffects(tx, 'coupon', 'unknown'),
      work: (storeId) => workCoupons(deps, storeId, 'unknown'),
    },
    {
      name: 'rewards.expire',
      listDueStores: listStoresWithEndedRewards,
      work: (storeId) => expireRewards(deps.database, storeId),
    },
  ];
}
