import type { FastifyPluginAsync } from 'fastify';
import type { PlatformCapabilities } from '@regulars/adapter-contracts';
import type { Lane } from '../foundation/lanes/lane.ts';
import { createPlatformConnector, type HookTargetDeps, type PlatformConnectorDeps } from '../stores/door.ts';
import { createOrderCheckLane } from './counts/jobs.ts';
import { orderCheckRoutes } from './counts/routes.ts';
import { createHooksLane } from './hooks/jobs.ts';
import { hooksRoutes } from './hooks/routes.ts';

export type PlatformWatchDeps = HookTargetDeps & PlatformConnectorDeps;

/** What is looked at again and again: whether webhooks come, and whether as many orders are here as there. */
export function createPlatformWatch(deps: PlatformWatchDeps): {
  readonly lanes: readonly Lane[];
  readonly routes: readonly FastifyPluginAsync[];
} {
  const { database, adapters, adapterContext } = deps;
  const connectPlatform = createPlatformConnector(deps);
  const adapterIdsWith = (capability: keyof PlatformCapabilities) =>
    adapters.platformAdapters.filter(({ capabilities }) => capabilities[capability] === true).map(({ id }) => id);
  const hooks = { ...deps, connectPlatform, allowPrivateNetwork: adapterContext.allowPrivateNetwork };
  const counts = { database, connectPlatform };
  return {
    lanes: [
      createHooksLane({ ...hooks, adapterIds: adapterIdsWith('hooks') }),
      createOrderCheckLane({ ...counts, countingAdapterIds: adapterIdsWith('orderCount') }),
    ],
    routes: [hooksRoutes(hooks), orderCheckRoutes({ ...counts, adapters })],
  };
}
