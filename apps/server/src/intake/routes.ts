import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { toInstant, type StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import { problem } from '../foundation/errors/index.ts';
import { cursorOf, instant, pageOf, pageQuery, toPage } from '../foundation/http/index.ts';
import type { Nudges } from '../foundation/nudges/nudges.ts';
import { intakeErrors } from './errors.ts';
import { readDelivery } from './read-delivery.ts';
import { findDelivery, listDeliveries, replayPoison } from './repository.ts';

const deliveryState = z.enum(['received', 'waiting', 'processed', 'ignored', 'poison', 'put_aside']);
const delivery = z
  .object({
    id: z.uuid(),
    connectionId: z.uuid(),
    adapterId: z.string(),
    topic: z.string(),
    state: z.string().describe('`put_aside` for poison that a person has put aside.'),
    reason: z.string().nullable().describe('A stable code for why it could not be used.'),
    path: z.string().nullable().describe('JSON pointer into the body.'),
    message: z.string().nullable(),
    attempt: z.number().int(),
    receivedAt: instant,
    settledAt: instant.nullable(),
    putAsideAt: instant.nullable().describe('When a person put it aside; null while it needs somebody, or was used.'),
    bytes: z.number().int(),
  })
  .meta({ id: 'Delivery' });

const readable = delivery
  .extend({
    headers: z.record(z.string(), z.string()).describe('Those that cannot hold a secret.'),
    body: z
      .string()
      .nullable()
      .describe('As it came, the first 256 KiB; null when it is no text, empty when it was emptied for an erasure.'),
    isBodyCut: z.boolean().describe('There is more of the body than is shown.'),
  })
  .meta({ id: 'DeliveryWithBody' });

const inStore = z.object({ storeId: z.uuid() });
const inDelivery = inStore.extend({ deliveryId: z.uuid() });
const cursors = cursorOf(z.tuple([z.number().int(), z.uuid()]));

export interface IntakeRoutesDeps {
  readonly database: Database;
  readonly nudges: Nudges;
}

/** What came in, what could not be used and why, and a second chance for it. */
export function intakeRoutes({ database, nudges }: IntakeRoutesDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/stores/:storeId/deliveries',
      config: { action: 'deliveries.read' },
      schema: {
        tags: ['Deliveries'],
        summary: 'Lists what arrived, newest first',
        params: inStore,
        querystring: pageQuery.extend({ state: deliveryState.optional() }),
        response: { 200: pageOf(delivery) },
      },
      handler: async ({ params, query }) => {
        const storeId = params.storeId as StoreId;
        const last = cursors.parseCursor(query.cursor);
        const before = last === null ? null : { receivedAt: toInstant(last[0]), id: last[1] };
        const rows = await database.withStore(storeId, (tx) =>
          listDeliveries(tx, storeId, { state: query.state ?? null, before, limit: query.limit + 1 }),
        );
        return toPage(rows, query.limit, (row) => cursors.toCursor([row.receivedAt, row.id]));
      },
    });

    app.route({
      method: 'GET',
      url: '/stores/:storeId/deliveries/:deliveryId',
      // Bodies are what customers bought and where they live: for those who can do something about them.
      config: { action: 'deliveries.write' },
      schema: {
        tags: ['Deliveries'],
        summary: 'One delivery with its body as text',
        params: inDelivery,
        response: { 200: readable },
      },
      handler: async ({ params }) => {
        const storeId = params.storeId as StoreId;
        const found = await database.withStore(storeId, (tx) => readDelivery(tx, storeId, params.deliveryId));
        if (found === null) throw problem(intakeErrors, 'delivery.not_found');
        return found;
      },
    });

    app.route({
      method: 'POST',
      url: '/stores/:storeId/deliveries/:deliveryId/replay',
      config: { action: 'deliveries.write' },
      schema: {
        tags: ['Deliveries'],
        summary: 'Tries a delivery again that could not be used',
        params: inDelivery,
        response: { 200: z.object({ replayed: z.number().int() }) },
      },
      handler: async ({ params }) => {
        const storeId = params.storeId as StoreId;
        const replayed = await database.withStore(storeId, async (tx) => {
          const found = await findDelivery(tx, storeId, params.deliveryId);
          if (found === null) throw problem(intakeErrors, 'delivery.not_found');
          return await replayPoison(tx, storeId, params.deliveryId);
        });
        if (replayed === 0) throw problem(intakeErrors, 'delivery.not_poison');
        nudges.nudge('intake.replay');
        return { replayed };
      },
    });

    app.route({
      method: 'POST',
      url: '/stores/:storeId/deliveries/replay',
      config: { action: 'deliveries.write' },
      schema: {
        tags: ['Deliveries'],
        summary: 'Tries all of the store’s unusable deliveries again that were not put aside',
        params: inStore,
        response: { 200: z.object({ replayed: z.number().int() }) },
      },
      handler: async ({ params }) => {
        const storeId = params.storeId as StoreId;
        const replayed = await database.withStore(storeId, (tx) => replayPoison(tx, storeId, null));
        nudges.nudge('intake.replay');
        return { replayed };
      },
    });
  };
}
