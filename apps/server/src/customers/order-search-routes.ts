import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Database } from '../foundation/database/database.ts';
import { seesStore } from '../foundation/http/index.ts';
import type { Directory } from '../stores/door.ts';
import { foundOrder } from './answers.ts';
import { findOrders } from './find-orders.ts';

/** Who does not see the order among these types another digit. */
const most = 8;

export interface OrderSearchRoutesDeps {
  readonly database: Database;
  readonly directory: Directory;
}

/** An order by its number, in whichever store it is. Mounted under /api/v1. */
export function orderSearchRoutes({ database, directory }: OrderSearchRoutesDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/orders',
      config: { action: 'orders.read' },
      schema: {
        tags: ['Orders'],
        operationId: 'findOrders',
        summary: 'Finds orders by their number, in all stores you may see',
        querystring: z.object({
          number: z
            .string()
            .trim()
            .regex(/[^#\s]/, 'A number has a letter or a digit.')
            .max(100)
            .describe('The number or how it begins, as 1042 or #1042; its case does not count.'),
        }),
        response: { 200: z.object({ data: z.array(foundOrder), nextCursor: z.null() }) },
      },
      handler: async ({ principal, query }) => {
        const stores = (await directory.stores()).filter(({ id }) => seesStore(principal, id));
        const storeIds = stores.map(({ id }) => id);
        if (storeIds.length === 0) return { data: [], nextCursor: null };
        const data = await database.withStores(storeIds, (tx) =>
          findOrders(tx, storeIds, { typed: query.number, limit: most }),
        );
        return { data: [...data], nextCursor: null };
      },
    });
  };
}
