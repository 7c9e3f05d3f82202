import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ConnectionId, StoreId } from '@regulars/core/shared';
import { problem } from '../../foundation/errors/index.ts';
import { findConnection, storesErrors, type AdapterRegistry } from '../../stores/door.ts';
import { pullAnswer } from '../pulls/pull-answer.ts';
import { syncErrors } from '../errors.ts';
import { readSync } from '../read-sync.ts';
import { checkOrdersNow } from './check-orders.ts';
import type { CompareOrdersDeps } from './compare-orders.ts';
import { orderCheckAnswer } from './order-check-answer.ts';
import { listOrderChecks } from './order-check-repository.ts';
import { repairOrders } from './repair-orders.ts';
import { shareCheck } from './share-check.ts';

export interface OrderCheckRoutesDeps extends CompareOrdersDeps {
  readonly adapters: AdapterRegistry;
}

const inConnection = z.object({ storeId: z.uuid(), connectionId: z.uuid() });
const tags = ['Sync'];

/** Whether as many orders are here as there, and the same; and reading again those that are not. */
export function orderCheckRoutes(deps: OrderCheckRoutesDeps): FastifyPluginAsyncZod {
  const getCapabilities = async (storeId: StoreId, connectionId: ConnectionId) => {
    const connection = await deps.database.withStore(storeId, (tx) => findConnection(tx, storeId, connectionId));
    if (connection === null) throw problem(storesErrors, 'connection.not_found');
    return deps.adapters.findPlatformAdapter(connection.adapterId)?.capabilities;
  };

  const checkOnce = shareCheck((connection) => checkOrdersNow(deps, connection));

  return async (app) => {
    app.route({
      method: 'POST',
      url: '/stores/:storeId/connections/:connectionId/counts',
      config: { action: 'connections.read' },
      schema: {
        tags,
        operationId: 'checkOrders',
        summary: 'Counts the orders now, there and here, and compares those that changed in the last days one by one',
        params: inConnection,
        response: { 200: orderCheckAnswer },
      },
      handler: async ({ params }) => {
        const [storeId, connectionId] = [params.storeId as StoreId, params.connectionId as ConnectionId];
        const capabilities = await getCapabilities(storeId, connectionId);
        if (capabilities?.orderCount !== true) throw problem(syncErrors, 'order_check.not_offered');
        await checkOnce({ storeId, connectionId });
        const checks = await deps.database.withStore(storeId, listOrderChecks);
        const check = checks.find((each) => each.connectionId === connectionId);
        if (check === undefined) throw problem(storesErrors, 'connection.not_found');
        return check;
      },
    });

    app.route({
      method: 'POST',
      url: '/stores/:storeId/connections/:connectionId/repair',
      config: { action: 'connections.write' },
      schema: {
        tags,
        operationId: 'repairOrders',
        summary: 'Reads the orders again that the last check found to differ, and checks once they are read',
        params: inConnection,
        response: { 202: z.object({ data: z.array(pullAnswer) }) },
      },
      handler: async ({ params }, reply) => {
        const [storeId, connectionId] = [params.storeId as StoreId, params.connectionId as ConnectionId];
        const capabilities = await getCapabilities(storeId, connectionId);
        if (capabilities?.pulls !== true) throw problem(syncErrors, 'pull.not_offered');
        if (!(await repairOrders(deps, { storeId, connectionId })))
          throw problem(syncErrors, 'order_check.nothing_differs');
        const syncs = await readSync(deps, storeId);
        const pulls = syncs.find((each) => each.connectionId === connectionId)?.pulls ?? [];
        return reply.status(202).send({ data: pulls.filter(({ kind }) => kind === 'repair') });
      },
    });
  };
}
