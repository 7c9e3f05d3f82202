import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { toIsoString, type CustomerId, type StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import { problem } from '../foundation/errors/index.ts';
import { cursorOf, pageOf, pageQuery, toPage } from '../foundation/http/index.ts';
import { findStore, getStore } from '../stores/door.ts';
import { customerAnswer, mediansAnswer, orderAnswer, timelineAnswer, type TimelineAnswer } from './answers.ts';
import type { FindMembers } from './customer-filter.ts';
import { customerCursors, customerQuery, toCustomerFilter } from './customer-query.ts';
import { customersErrors } from './errors.ts';
import { countCustomers, findCustomer, listCustomers } from './list-customers.ts';
import { listOrders } from './list-orders.ts';
import { readMedians } from './read-medians.ts';
import { explainEffect, explainEvent, type Locale } from './timeline/explain.ts';
import { readTimeline, type TimelineRow } from './timeline/read-timeline.ts';
import { toWhy } from './timeline/reasons.ts';

const inStore = z.object({ storeId: z.uuid() });
const ofCustomer = inStore.extend({ customerId: z.uuid() });
const kindList = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(z.string().regex(/^[a-zA-Z]+$/, 'Kinds are words such as orderPaid.')).max(60));
const byTimeAndId = cursorOf(z.tuple([z.number().int(), z.uuid()]));
const byTimeAndEntry = cursorOf(z.tuple([z.number().int(), z.string().max(60)]));

export interface CustomersRoutesDeps {
  readonly database: Database;
  readonly findMembers: FindMembers;
}

/** Customers, their orders, and the one timeline that answers "why" and "why not". Mounted under /api/v1. */
export function customersRoutes({ database, findMembers }: CustomersRoutesDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/stores/:storeId/customers',
      config: { action: 'customers.read' },
      schema: {
        tags: ['Customers'],
        operationId: 'listCustomers',
        summary: 'Lists the customers of a store',
        params: inStore,
        querystring: customerQuery,
        response: {
          200: pageOf(customerAnswer).extend({
            total: z.number().int().nullable().describe('How many there are in all; counted with the first page only.'),
          }),
        },
      },
      handler: async ({ params, query }) => {
        const storeId = params.storeId as StoreId;
        const after = customerCursors.parseCursor(query.cursor);
        const filter = toCustomerFilter(query);
        if (filter === null) return { data: [], nextCursor: null, total: 0 };
        return await database.withStore(storeId, async (tx) => {
          const { currency } = await getStore(tx, storeId);
          const scope = { storeId, currency, findMembers };
          const rows = await listCustomers(tx, scope, {
            filter,
            sort: query.sort,
            direction: query.direction,
            after,
            limit: query.limit + 1,
          });
          const { data, nextCursor } = toPage(rows, query.limit, (last) => customerCursors.toCursor(last.position));
          const total = after === null ? await countCustomers(tx, scope, filter) : null;
          return { data: data.map(({ customer }) => customer), nextCursor, total };
        });
      },
    });

    app.route({
      method: 'GET',
      url: '/stores/:storeId/customer-medians',
      config: { action: 'customers.read' },
      schema: {
        tags: ['Customers'],
        operationId: 'getCustomerMedians',
        summary: 'What is usual among the buyers of a store: value, orders, days between orders',
        params: inStore,
        response: { 200: mediansAnswer },
      },
      handler: async ({ params }) => {
        const storeId = params.storeId as StoreId;
        return await database.withStore(storeId, async (tx) => {
          const { currency } = await getStore(tx, storeId);
          return { currency, ...(await readMedians(tx, storeId, currency)) };
        });
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
        querystring: pageQuery.extend({
          kinds: kindList.optional().describe('Only entries of these kinds, separated by commas, e.g. orderPaid,mail.'),
        }),
        response: { 200: pageOf(timelineAnswer) },
      },
      handler: async ({ params, query }) => {
        const storeId = params.storeId as StoreId;
        const customerId = params.customerId as CustomerId;
        const after = byTimeAndEntry.parseCursor(query.cursor);
        const found = await database.withStore(storeId, async (tx) => {
          if ((await findCustomer(tx, storeId, customerId)) === null) return null;
          const rows = await readTimeline(tx, storeId, customerId, {
            kinds: query.kinds ?? null,
            after,
            limit: query.limit + 1,
          });
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
