import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import { bringBack, countReasons, maxPutAside, putAside } from './put-aside.ts';

const inStore = z.object({ storeId: z.uuid() });
const named = z.strictObject({ deliveryIds: z.array(z.uuid()).min(1).max(maxPutAside) });
const ofReason = z.strictObject({
  reason: z.string().min(1).max(200).describe(`All of this reason, the newest ${maxPutAside} at once.`),
});
const changed = z.object({ deliveryIds: z.array(z.uuid()).describe('Those that were changed by this.') });
const reasonCount = z
  .object({
    reason: z.string().nullable(),
    poison: z.number().int().describe('How many need somebody.'),
    putAside: z.number().int(),
  })
  .meta({ id: 'DeliveryReason' });

/** Deliveries that could not be used and that nobody wants anything of: put aside, counted, brought back. */
export function putAsideRoutes({ database }: { readonly database: Database }): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/stores/:storeId/deliveries/reasons',
      config: { action: 'deliveries.read' },
      schema: {
        tags: ['Deliveries'],
        summary: 'Why deliveries could not be used, and how many for each reason',
        params: inStore,
        response: { 200: z.object({ data: z.array(reasonCount) }) },
      },
      handler: async ({ params }) => {
        const storeId = params.storeId as StoreId;
        return { data: [...(await database.withStore(storeId, (tx) => countReasons(tx, storeId)))] };
      },
    });

    app.route({
      method: 'POST',
      url: '/stores/:storeId/deliveries/put-aside',
      config: { action: 'deliveries.write' },
      schema: {
        tags: ['Deliveries'],
        summary: 'Puts deliveries aside that could not be used, so that they need nobody any more',
        description:
          'They can be shown, replayed and brought back for 30 days. What is no poison, or put aside already, is left as it is.',
        params: inStore,
        body: z.union([named, ofReason]),
        response: { 200: changed },
      },
      handler: async ({ params, body }) => {
        const storeId = params.storeId as StoreId;
        return { deliveryIds: [...(await database.withStore(storeId, (tx) => putAside(tx, storeId, body)))] };
      },
    });

    app.route({
      method: 'POST',
      url: '/stores/:storeId/deliveries/bring-back',
      config: { action: 'deliveries.write' },
      schema: {
        tags: ['Deliveries'],
        summary: 'Brings deliveries back that were put aside',
        params: inStore,
        body: named,
        response: { 200: changed },
      },
      handler: async ({ params, body }) => {
        const storeId = params.storeId as StoreId;
        const brought = await database.withStore(storeId, (tx) => bringBack(tx, storeId, body.deliveryIds));
        return { deliveryIds: [...brought] };
      },
    });
  };
}
