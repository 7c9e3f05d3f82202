import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Database } from '../foundation/database/database.ts';
import { seesStore } from '../foundation/http/index.ts';
import type { Directory } from '../stores/door.ts';
import { foundCustomer } from './answers.ts';
import { findCustomers } from './find-customers.ts';

/** Who does not see the customer among these types another letter. */
const most = 8;

export interface CustomerSearchRoutesDeps {
  readonly database: Database;
  readonly directory: Directory;
}

/** A customer by name or address, in whichever store they are known. Mounted under /api/v1. */
export function customerSearchRoutes({ database, directory }: CustomerSearchRoutesDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/customers',
      config: { action: 'customers.read' },
      schema: {
        tags: ['Customers'],
        operationId: 'findCustomers',
        summary: 'Finds customers by name or e-mail address, in all stores you may see',
        querystring: z.object({
          search: z
            .string()
            .trim()
            .min(2)
            .max(200)
            .describe('How their name, last name or e-mail address begins; case and accents do not count.'),
        }),
        response: { 200: z.object({ data: z.array(foundCustomer), nextCursor: z.null() }) },
      },
      handler: async ({ principal, query }) => {
        const stores = (await directory.stores()).filter(({ id }) => seesStore(principal, id));
        const storeIds = stores.map(({ id }) => id);
        if (storeIds.length === 0) return { data: [], nextCursor: null };
        const data = await database.withStores(storeIds, (tx) =>
          findCustomers(tx, storeIds, { typed: query.search, limit: most }),
        );
        return { data: [...data], nextCursor: null };
      },
    });
  };
}
