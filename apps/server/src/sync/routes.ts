import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { StoreId } from '@regulars/core/shared';
import { connectionSyncAnswer } from './answers.ts';
import { readSync, type ReadSyncDeps } from './read-sync.ts';

const inStore = z.object({ storeId: z.uuid() });

/** How what is here stands with what the platforms have. */
export function syncRoutes(deps: ReadSyncDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/stores/:storeId/sync',
      config: { action: 'connections.read' },
      schema: {
        tags: ['Sync'],
        operationId: 'readSync',
        summary: 'Tells how each platform connection stands: pulls, webhooks, and orders here against orders there',
        params: inStore,
        response: { 200: z.object({ data: z.array(connectionSyncAnswer), nextCursor: z.null() }) },
      },
      handler: async ({ params }) => ({ data: await readSync(deps, params.storeId as StoreId), nextCursor: null }),
    });
  };
}
