import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { StoreId } from '@regulars/core/shared';
import type { Database } from '../../foundation/database/database.ts';
import { problem } from '../../foundation/errors/index.ts';
import { cursorOf, instant, pageOf, pageQuery, toPage } from '../../foundation/http/index.ts';
import { customersErrors } from '../errors.ts';
import { answerDataRequest, listDataRequests, type DataRequestId } from './data-request-repository.ts';
import { listStoreErasures } from './store-erasure-repository.ts';

const dataRequest = z
  .object({
    id: z.uuid(),
    connectionId: z.uuid(),
    requestKey: z.string().describe('As the platform numbers it.'),
    customerId: z.uuid().nullable().describe('Whose export answers it; null when nothing is kept about them.'),
    askedAt: instant,
    dueAt: instant.describe('When the law wants it answered.'),
    answeredAt: instant.nullable(),
    answeredBy: z.string().nullable(),
  })
  .meta({ id: 'DataRequest' });

const storeErasure = z
  .object({
    connectionId: z.uuid(),
    demandedAt: instant,
    customersErased: z.number().int(),
    finishedAt: instant.nullable().describe('Null while it waits for the connection to be gone, or runs.'),
  })
  .meta({ id: 'StoreErasure' });

const inStore = z.object({ storeId: z.uuid() });
const byTimeAndId = cursorOf(z.tuple([z.number().int(), z.uuid()]));

/** What people and platforms may demand of what is kept, and how far it is met. */
export function dataRequestRoutes({ database }: { readonly database: Database }): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/stores/:storeId/data-requests',
      config: { action: 'customers.read' },
      schema: {
        tags: ['Privacy'],
        operationId: 'listDataRequests',
        summary: 'Lists who asked for what is kept about them; newest first',
        params: inStore,
        querystring: pageQuery.extend({ state: z.enum(['open', 'answered']).optional() }),
        response: { 200: pageOf(dataRequest) },
      },
      handler: async ({ params, query }) => {
        const storeId = params.storeId as StoreId;
        const after = byTimeAndId.parseCursor(query.cursor);
        const isAnswered = query.state === undefined ? null : query.state === 'answered';
        const rows = await database.withStore(storeId, (tx) =>
          listDataRequests(tx, storeId, { isAnswered, after, limit: query.limit + 1 }),
        );
        return toPage(rows, query.limit, (last) => byTimeAndId.toCursor([last.askedAt, last.id]));
      },
    });

    app.route({
      method: 'POST',
      url: '/stores/:storeId/data-requests/:requestId/answer',
      config: { action: 'customers.write' },
      schema: {
        tags: ['Privacy'],
        operationId: 'answerDataRequest',
        summary: 'Marks a request as answered, once the export was handed over',
        params: inStore.extend({ requestId: z.uuid() }),
        response: { 200: dataRequest },
      },
      handler: async ({ params, principal }) => {
        const storeId = params.storeId as StoreId;
        const answered = await database.withStore(storeId, (tx) =>
          answerDataRequest(tx, storeId, params.requestId as DataRequestId, `${principal.kind}:${principal.id}`),
        );
        if (answered === null) throw problem(customersErrors, 'data_request.not_found');
        return answered;
      },
    });

    app.route({
      method: 'GET',
      url: '/stores/:storeId/store-erasures',
      config: { action: 'connections.read' },
      schema: {
        tags: ['Privacy'],
        operationId: 'listStoreErasures',
        summary: 'What platforms demanded to be forgotten after the store left, and how far it is',
        params: inStore,
        response: { 200: z.object({ data: z.array(storeErasure), nextCursor: z.null() }) },
      },
      handler: async ({ params }) => {
        const storeId = params.storeId as StoreId;
        const erasures = await database.withStore(storeId, (tx) => listStoreErasures(tx, storeId));
        return { data: [...erasures], nextCursor: null };
      },
    });
  };
}
