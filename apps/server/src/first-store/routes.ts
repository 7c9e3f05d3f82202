import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { StoreId } from '@regulars/core/shared';
import { problem } from '../foundation/errors/index.ts';
import { firstStoreErrors } from './errors.ts';
import { sendRecordedOrder, type SendRecordedOrderDeps } from './send-recorded-order.ts';

/** The one button of the first hour: a real recorded order, sent through. */
export function firstStoreRoutes(deps: SendRecordedOrderDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'POST',
      url: '/stores/:storeId/recorded-order',
      config: { action: 'orders.write' },
      schema: {
        tags: ['Orders'],
        summary: 'Sends a real recorded WooCommerce order, placed now, through the store’s webhook address',
        params: z.object({ storeId: z.uuid() }),
        body: z.object({
          email: z.email().nullable().default(null).describe('Another customer than the recorded one.'),
        }),
        response: { 202: z.object({ acceptance: z.string() }) },
      },
      handler: async ({ params, body }, reply) => {
        const sent = await sendRecordedOrder(deps, params.storeId as StoreId, body.email);
        if (!sent.ok) throw problem(firstStoreErrors, 'recorded_order.no_connection', sent.failure.message);
        return reply.status(202).send(sent.value);
      },
    });
  };
}
