import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ConnectionId, StoreId } from '@regulars/core/shared';
import { problem } from '../../foundation/errors/index.ts';
import { findConnection, storesErrors, type AdapterRegistry } from '../../stores/door.ts';
import { syncErrors } from '../errors.ts';
import { checkHooks, type CheckHooksDeps } from './check-hooks.ts';
import { hookCheckAnswer } from './hook-check-answer.ts';
import { listHookChecks } from './hook-check-repository.ts';
import { toHookCheckAnswer } from './to-hook-check-answer.ts';

export interface HooksRoutesDeps extends CheckHooksDeps {
  readonly adapters: AdapterRegistry;
}

/** Looking at a connection's webhooks now. */
export function hooksRoutes(deps: HooksRoutesDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'POST',
      url: '/stores/:storeId/connections/:connectionId/hooks/repair',
      config: { action: 'connections.write' },
      schema: {
        tags: ['Sync'],
        operationId: 'repairHooks',
        summary: 'Checks the webhooks at the platform now, and registers or wakes those that do not deliver',
        params: z.object({ storeId: z.uuid(), connectionId: z.uuid() }),
        response: { 200: hookCheckAnswer },
      },
      handler: async ({ params }) => {
        const storeId = params.storeId as StoreId;
        const connectionId = params.connectionId as ConnectionId;
        const connection = await deps.database.withStore(storeId, (tx) => findConnection(tx, storeId, connectionId));
        if (connection === null) throw problem(storesErrors, 'connection.not_found');
        const canHook = deps.adapters.findPlatformAdapter(connection.adapterId)?.capabilities.hooks === true;
        if (!canHook || !(await checkHooks(deps, storeId, connectionId)))
          throw problem(syncErrors, 'hooks.not_offered');
        const checks = await deps.database.withStore(storeId, listHookChecks);
        const check = checks.find((each) => each.connectionId === connectionId);
        if (check === undefined) throw problem(storesErrors, 'connection.not_found');
        return toHookCheckAnswer(check);
      },
    });
  };
}
