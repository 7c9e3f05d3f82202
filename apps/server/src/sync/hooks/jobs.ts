import { minuteMs } from '@regulars/core/shared';
import type { Lane } from '../../foundation/lanes/lane.ts';
import { checkHooks, type CheckHooksDeps } from './check-hooks.ts';
import { claimDueHooks, listStoresWithDueHooks, type HookedConnections } from './hook-check-repository.ts';

/** Longer than a look takes; after a crash the connection is looked at again when it ends. */
const leaseMs = 10 * minuteMs;

/** Looks at every connection's webhooks once an hour, and at once when it is new, or has a new secret or address. */
export function createHooksLane(deps: CheckHooksDeps & Pick<HookedConnections, 'adapterIds'>): Lane {
  return {
    name: 'sync.check-hooks',
    listDueStores: (tx) => listStoresWithDueHooks(tx, deps),
    longestWaitMs: leaseMs,
    work: async (storeId) => {
      const connectionId = await deps.database.withStore(storeId, (tx) => claimDueHooks(tx, deps, leaseMs));
      if (connectionId === null) return 0;
      await checkHooks(deps, storeId, connectionId);
      return 1;
    },
  };
}
