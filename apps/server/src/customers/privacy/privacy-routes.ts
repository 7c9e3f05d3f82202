import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { CustomerId, StoreId } from '@regulars/core/shared';
import type { Database } from '../../foundation/database/database.ts';
import { problem } from '../../foundation/errors/index.ts';
import { customersErrors } from '../errors.ts';
import { findPeople } from '../find-person.ts';
import { eraseCustomers } from './erase-customers.ts';
import { exportCustomer, type ExportParts } from './export-customer.ts';

const ofCustomer = z.object({ storeId: z.uuid(), customerId: z.uuid() });

export interface PrivacyRoutesDeps {
  readonly database: Database;
  readonly exportParts: ExportParts;
}

/** What a person may demand of a store: a copy of all that is kept about them, and that it be forgotten. */
export function privacyRoutes({ database, exportParts }: PrivacyRoutesDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/stores/:storeId/customers/:customerId/export',
      config: { action: 'customers.write' },
      schema: {
        tags: ['Privacy'],
        operationId: 'exportCustomer',
        summary: 'Everything that is kept about a person, in one document to hand over',
        params: ofCustomer,
        response: {
          200: z
            .looseObject({ exportedAt: z.string(), customer: z.unknown() })
            .describe('One list for each kind of thing that is kept: orders, messages, rewards …'),
        },
      },
      handler: async ({ params, log, principal }, reply) => {
        const storeId = params.storeId as StoreId;
        const customerId = params.customerId as CustomerId;
        const exported = await database.withStore(storeId, (tx, now) =>
          exportCustomer(tx, storeId, customerId, { parts: exportParts, now }),
        );
        if (exported === null) throw problem(customersErrors, 'customer.not_found');
        log.info({ storeId, customerId, by: `${principal.kind}:${principal.id}` }, 'a person was exported');
        void reply.header('content-disposition', `attachment; filename="customer-${customerId}.json"`);
        return exported;
      },
    });

    app.route({
      method: 'POST',
      url: '/stores/:storeId/customers/:customerId/erase',
      config: { action: 'customers.write' },
      schema: {
        tags: ['Privacy'],
        operationId: 'eraseCustomer',
        summary: 'Forgets a person; their orders’ amounts stay, under an id that names nobody',
        params: ofCustomer,
        response: { 202: z.object({ erased: z.boolean().describe('False when it was done before.') }) },
      },
      handler: async ({ params, log, principal }, reply) => {
        const storeId = params.storeId as StoreId;
        const customerId = params.customerId as CustomerId;
        const count = await database.withStore(storeId, async (tx, now) => {
          if ((await findPeople(tx, storeId, [customerId])).length === 0) return null;
          return await eraseCustomers(tx, storeId, [customerId], now);
        });
        if (count === null) throw problem(customersErrors, 'customer.not_found');
        log.info({ storeId, customerId, by: `${principal.kind}:${principal.id}` }, 'a person was erased');
        return reply.status(202).send({ erased: count > 0 });
      },
    });
  };
}
