import type { Lane } from '../foundation/lanes/lane.ts';
import { listStoresWithDueDeliveries } from '../intake/door.ts';
import { applyDeliveries, type ApplyDeliveriesDeps } from './apply-deliveries.ts';

/** Takes what came in over the platforms' webhooks into customers and orders. */
export function createApplyDeliveriesLane(deps: ApplyDeliveriesDeps): Lane {
  return {
    name: 'customers.apply-deliveries',
    listDueStores: (tx) => listStoresWithDueDeliveries(tx, 'platform'),
    work: (storeId) => applyDeliveries(deps, storeId),
  };
}
