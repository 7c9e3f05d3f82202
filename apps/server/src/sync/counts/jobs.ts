import type { Lane } from '../../foundation/lanes/lane.ts';
import { checkDueOrders, checkLeaseMs } from './check-orders.ts';
import type { CompareOrdersDeps } from './compare-orders.ts';
import { listStoresWithDueChecks } from './order-check-repository.ts';

export interface OrderCheckLaneDeps extends CompareOrdersDeps {
  /** Of the platforms that can say how many orders they have. */
  readonly countingAdapterIds: readonly string[];
}

const goesOn = new AbortController().signal;

/** Compares every platform's orders with ours once a day. */
export function createOrderCheckLane(deps: OrderCheckLaneDeps): Lane {
  return {
    name: 'sync.check-orders',
    listDueStores: (tx) => listStoresWithDueChecks(tx, deps.countingAdapterIds),
    longestWaitMs: checkLeaseMs,
    work: (storeId, stopping = goesOn) => checkDueOrders(deps, storeId, deps.countingAdapterIds, stopping),
  };
}
