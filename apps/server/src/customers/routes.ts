import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { toEmailKey } from '@regulars/core/commerce';
import { toIsoString, type CustomerId, type StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import { problem } from '../foundation/errors/index.ts';
import { cursorOf, pageOf, pageQuery, toPage } from '../foundation/http/index.ts';
import { findStore } from '../stores/door.ts';
import { customerAnswer, orderAnswer, timelineAnswer, type TimelineAnswer } from './answers.ts';
import { customersErrors } from './errors.ts';
import { findCustomer, listCustomers } from './list-customers.ts';
import { listOrders } from './list-orders.ts';
import { explainEffect, explainEvent, type Locale } from './timeline/explain.ts';
import { readTimeline, type TimelineRow } from './timeline/read-timeline.ts';
import { toWhy } from './timeline/reasons.ts';

const inStore = z.object({ storeId: z.uuid() });
const idList = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(z.uuid()).max(200));
const ofCustomer = inStore.extend({ customerId: z.uuid() });
const byTimeAndId = cursorOf(z.tuple([z.number().int(), z.uuid()]));
const byTimeAndEntry = cursorOf(z.tuple([z.number().int(), z.string().max(60)]));

/** Customers, their orders, and the one timeline that answers "why" and "why not". Mounted under /api/v1. */
export function customersRoutes({ database }: { readonly database: Database }): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/stores/:storeId/customers',
      config: { action: 'customers.read' },
      schema: {
        tags: ['Customers'],
        operationId: 'listCustomers',
        summary: 'Lists the customers of a store, newest first',
        params: inStore,
        querystring: pageQuery.extend({
          email: z.string().max(320).optional().describe('Only the customer with this e-mail address.'),
          search: z
            .string()
            .trim()
            .min(1)
            .max(200)
            .optional()
            .describe('Only customers whose name or e-mail address contains this.'),
          ids: idList.optional().describe('Only these customers: their ids, separated by commas, 200 at most.'),
        }),
        response: { 200: pageOf(customerAnswer) },
      },
      handler: async ({ params, query }) => {
        const storeId = params.storeId as StoreId;
        const after = byTimeAndId.parseCursor(query.cursor);
        const emailKey = query.email === undefined ? null : toEmailKey(query.email);
        if (query.email !== undefined && emailKey === null) return { data: [], nextCursor: null };
        const search = query.search?.toLowerCase() ?? null;
        const ids = (query.ids as CustomerId[] | undefined) ?? null;
        const rows = await database.withStore(storeId, (tx) =>
          listCustomers(tx, storeId, { emailKey, search, ids, after, limit: query.limit + 1 }),
        );
        return toPage(rows, query.limit, (last) => byTimeAndId.toCursor([Date.parse(last.createdAt), last.id]));
      },
    });

    app.route({
      method: 'GET',
      url: '/stores/:storeId/customers/:customerId',
      config: { action: 'customers.read' },
      schema: {
        tags: ['Customers'],
        operationId: 'getCustomer',
        summary: 'One customer with what they are worth',
        params: ofCustomer,
        response: { 200: customerAnswer },
      },
      handler: async ({ params }) => {
        const storeId = params.storeId as StoreId;
        const customer = await database.withStore(storeId, (tx) =>
          findCustomer(tx, storeId, params.customerId as CustomerId),
        );
        if (customer === null) throw problem(customersErrors, 'customer.not_found');
        return customer;
      },
    });

    app.route({
      method: 'GET',
      url: '/stores/:storeId/customers/:customerId/timeline',
      config: { action: 'customers.read' },
      schema: {
        tags: ['Customers'],
        operationId: 'getTimeline',
        summary: 'Everything that happened with a customer and is to happen, and why or why not; newest first',
        params: ofCustomer,
        querystring: pageQuery,
        response: { 200: pageOf(timelineAnswer) },
      },
      handler: async ({ params, query }) => {
        const storeId = params.storeId as StoreId;
        const customerId = params.customerId as CustomerId;
        const after = byTimeAndEntry.parseCursor(query.cursor);
        const found = await database.withStore(storeId, async (tx) => {
          if ((await findCustomer(tx, storeId, customerId)) === null) return null;
          const rows = await readTimeline(tx, storeId, customerId, { after, limit: query.limit + 1 });
          return { rows, store: await findStore(tx, storeId) };
        });
        if (found === null) throw problem(customersErrors, 'customer.not_found');
        const page = toPage(found.rows, query.limit, (last) => byTimeAndEntry.toCursor([last.at, last.id]));
        return { ...page, data: page.data.map((row) => toEntry(row, { timeZone: found.store?.timeZone ?? 'UTC' })) };
      },
    });

    app.route({
      method: 'GET',
      url: '/stores/:storeId/orders',
      config: { action: 'orders.read' },
      schema: {
        tags: ['Orders'],
        operationId: 'listOrders',
        summary: 'Lists the orders of a store, newest first',
        params: inStore,
        querystring: pageQuery.extend({ customerId: z.uuid().optional() }),
        response: { 200: pageOf(orderAnswer) },
      },
      handler: async ({ params, query }) => {
        const storeId = params.storeId as StoreId;
        const after = byTimeAndId.parseCursor(query.cursor);
        const customerId = (query.customerId as CustomerId | undefined) ?? null;
        const rows = await database.withStore(storeId, (tx) =>
          listOrders(tx, storeId, { customerId, after, limit: query.limit + 1 }),
        );
        return toPage(rows, query.limit, (last) => byTimeAndId.toCursor([Date.parse(last.placedAt), last.id]));
      },
    });
  };
}

function toEntry(row: TimelineRow, locale: Locale): TimelineAnswer {
  return {
    id: row.id,
    at: toIsoString(row.at),
    recordedAt: toIsoString(row.recordedAt),
    kind: row.kind,
    sentence: row.state === null ? explainEvent(row, locale) : explainEffect(row, locale),
    why: row.reason === row.kind ? null : toWhy(row.reason),
    reason: row.reason,
    isPending: row.state === 'planned' || row.state === 'claimed' || row.state === 'sending',
    data: { ...row.data },
  };
}
