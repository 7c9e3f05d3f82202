import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { toInstant, type StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import { problem } from '../foundation/errors/index.ts';
import { cursorOf, instant, pageOf, pageQuery, toPage } from '../foundation/http/index.ts';
import type { Nudges } from '../foundation/nudges/nudges.ts';
import { intakeErrors } from './errors.ts';
import { findDelivery, listDeliveries, replayPoison } from './repository.ts';

const deliveryState = z.enum(['received', 'waiting', 'processed', 'ignored', 'poison']);
const delivery = z
  .object({
    id: z.uuid(),
    connectionId: z.uuid(),
    adapterId: z.string(),
    topic: z.string(),
    state: z.string(),
    reason: z.string().nullable().describe('A stable code for why it could not be used.'),
    path: z.string().nullable().describe('JSON pointer into the body.'),
    message: z.string().nullable(),
    attempt: z.number().int(),
    receivedAt: instant,
    settledAt: instant.nullable(),
    bytes: z.number().int(),
  })
  .meta({ id: 'Delivery' });

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
      config: { action: 'deliveries.read' },
      schema: {
        tags: ['Deliveries'],
        summary: 'One delivery with its body as text',
        params: inDelivery,
        response: { 200: delivery.extend({ body: z.string() }).meta({ id: 'DeliveryWithBody' }) },
      },
      handler: async ({ params }) => {
        const storeId = params.storeId as StoreId;
        const found = await database.withStore(storeId, (tx) => findDelivery(tx, storeId, params.deliveryId));
        if (found === null) throw problem(intakeErrors, 'delivery.not_found');
        return { ...found, body: Buffer.from(found.body).toString('utf8') };
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
        summary: 'Tries all of the store’s unusable deliveries again',
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
