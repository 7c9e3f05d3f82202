import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ConnectionId, Result, StoreId } from '@regulars/core/shared';
import type { Database } from '../../foundation/database/database.ts';
import { problem } from '../../foundation/errors/index.ts';
import { instant } from '../../foundation/http/index.ts';
import { findConnection, storesErrors, type AdapterRegistry } from '../../stores/door.ts';
import { syncErrors } from '../errors.ts';
import { beginBackfill, pausePull, resumePull } from './change-pulls.ts';
import { pullAnswer } from './pull-answer.ts';
import type { PullId } from './pull.ts';
import { toPullAnswer } from './to-pull-answer.ts';

export interface PullsRoutesDeps {
  readonly database: Database;
  readonly adapters: AdapterRegistry;
}

const inConnection = z.object({ storeId: z.uuid(), connectionId: z.uuid() });
const inPull = z.object({ storeId: z.uuid(), pullId: z.uuid() });

/** Beginning, pausing and resuming what is read of a platform. */
export function pullsRoutes({ database, adapters }: PullsRoutesDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'POST',
      url: '/stores/:storeId/connections/:connectionId/backfill',
      config: { action: 'connections.write' },
      schema: {
        tags: ['Sync'],
        operationId: 'beginBackfill',
        summary: 'Reads everything the platform has once more, or what changed since a time',
        params: inConnection,
        body: z.object({ updatedFrom: instant.nullable().default(null) }),
        response: { 202: z.object({ data: z.array(pullAnswer) }) },
      },
      handler: async ({ params, body }, reply) => {
        const storeId = params.storeId as StoreId;
        const connectionId = params.connectionId as ConnectionId;
        const connection = await database.withStore(storeId, (tx) => findConnection(tx, storeId, connectionId));
        if (connection === null) throw problem(storesErrors, 'connection.not_found');
        const adapter = connection.purpose === 'platform' ? adapters.findPlatformAdapter(connection.adapterId) : null;
        if (adapter?.capabilities.pulls !== true) throw problem(syncErrors, 'pull.not_offered');
        const pulls = orRefuse(await beginBackfill(database, storeId, { connectionId, updatedFrom: body.updatedFrom }));
        return reply.status(202).send({ data: pulls.map(toPullAnswer) });
      },
    });

    app.route({
      method: 'POST',
      url: '/stores/:storeId/pulls/:pullId/pause',
      config: { action: 'connections.write' },
      schema: {
        tags: ['Sync'],
        operationId: 'pausePull',
        summary: 'Stops a pull after the page it is at; what is read is kept',
        params: inPull,
        response: { 200: pullAnswer },
      },
      handler: async ({ params }) =>
        toPullAnswer(orRefuse(await pausePull(database, params.storeId as StoreId, params.pullId as PullId))),
    });

    app.route({
      method: 'POST',
      url: '/stores/:storeId/pulls/:pullId/resume',
      config: { action: 'connections.write' },
      schema: {
        tags: ['Sync'],
        operationId: 'resumePull',
        summary: 'Goes on with a pull that was paused or has failed, from where it stopped',
        params: inPull,
        response: { 200: pullAnswer },
      },
      handler: async ({ params }) =>
        toPullAnswer(orRefuse(await resumePull(database, params.storeId as StoreId, params.pullId as PullId))),
    });
  };
}

function orRefuse<Value>(result: Result<Value, keyof typeof syncErrors>): Value {
  if (!result.ok) throw problem(syncErrors, result.failure);
  return result.value;
}
