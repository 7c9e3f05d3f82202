import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { StoreId } from '@regulars/core/shared';
import { problem } from '../foundation/errors/index.ts';
import { instant, seesStore } from '../foundation/http/index.ts';
import { changeStore } from './change-store.ts';
import { createStore, newStoreSchema, type CreateStoreDeps } from './create-store.ts';
import { storesErrors } from './errors.ts';
import { storeChangeSchema } from './store-settings.ts';

const store = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    url: z.string().nullable(),
    currency: z.string(),
    timeZone: z.string(),
    locale: z.string(),
    sender: z.object({ name: z.string(), role: z.string(), email: z.string(), replyTo: z.string().nullable() }),
    postalAddress: z.string().nullable(),
    pausedAt: instant.nullable(),
    createdAt: instant,
  })
  .meta({ id: 'Store' });

/** The stores of the agency. */
export function storesRoutes(deps: CreateStoreDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/stores',
      config: { action: 'stores.read' },
      schema: {
        tags: ['Stores'],
        summary: 'Lists the stores you may see',
        response: { 200: z.object({ data: z.array(store), nextCursor: z.null() }) },
      },
      handler: async ({ principal }) => {
        const all = await deps.directory.stores();
        return { data: all.filter(({ id }) => seesStore(principal, id)), nextCursor: null };
      },
    });

    app.route({
      method: 'POST',
      url: '/stores',
      config: { action: 'stores.write' },
      schema: {
        tags: ['Stores'],
        summary: 'Makes a store with its segments, sequences and templates',
        body: newStoreSchema,
        response: { 201: store },
      },
      handler: async ({ body }, reply) => {
        const created = await createStore(deps, body);
        if (!created.ok) {
          const isTaken = created.failure.some(({ code }) => code === 'store.slug_taken');
          throw problem(storesErrors, isTaken ? 'store.slug_taken' : 'store.invalid', null, created.failure);
        }
        return reply.status(201).send(created.value);
      },
    });

    app.route({
      method: 'PATCH',
      url: '/stores/:storeId',
      config: { action: 'stores.write' },
      schema: {
        tags: ['Stores'],
        operationId: 'changeStore',
        summary: 'Changes the name, web address, language, sender or postal address of a store',
        params: z.object({ storeId: z.uuid() }),
        body: storeChangeSchema,
        response: { 200: store },
      },
      handler: ({ params, body }) => changeStore(deps, params.storeId as StoreId, body),
    });
  };
}
