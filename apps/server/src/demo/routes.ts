import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { dayMs, hourMs } from '@regulars/core/shared';
import { problem } from '../foundation/errors/index.ts';
import { instant } from '../foundation/http/index.ts';
import { storesErrors } from '../stores/door.ts';
import { demoErrors } from './errors.ts';
import { placeOrderSchema, type OrderRefusal, type PlaceOrder } from './place-order.ts';
import type { Demo } from './demo.ts';
import type { DemoStore } from './demo-store.ts';
import type { Order } from '@regulars/core/commerce';
import type { Result } from '@regulars/core/shared';

const longestMoveMs = 31 * dayMs;
const shownCustomers = 12;

const progress = z
  .object({
    phase: z.enum(['history', 'living', 'moving']),
    done: z.number().describe('Orders in the phase history, else simulated days.'),
    total: z.number(),
    perSecond: z.number(),
    remainingMs: z.number().nullable(),
  })
  .meta({ id: 'DemoProgress' });
const standing = z
  .object({
    now: instant.describe('By the demo’s clock.'),
    seeding: progress.nullable().describe('Null once the demo can be used.'),
    moving: progress.nullable().describe('Null while the clock goes at its own pace.'),
    hasMoveFailed: z.boolean(),
    cameFrom: z.url().nullable().describe('The instance it was entered from; null where it was started by hand.'),
    stores: z.array(z.object({ id: z.uuid(), slug: z.string(), name: z.string() })),
  })
  .meta({ id: 'Demo' });
const product = z
  .object({
    id: z.string(),
    title: z.string(),
    description: z.string(),
    categories: z.array(z.string()),
    priceMinor: z.number().int(),
    currency: z.string(),
    isDigital: z.boolean(),
  })
  .meta({ id: 'DemoProduct' });
const shopper = z
  .object({ email: z.string(), firstName: z.string(), lastName: z.string(), locale: z.string() })
  .meta({ id: 'DemoShopper' });

const tags = ['Demo'];
const inStore = z.object({ storeId: z.uuid() });

export interface DemoRoutesDeps {
  readonly demo: Demo;
  readonly cameFrom: () => string | null;
  readonly placeOrder: (demoStore: DemoStore, order: PlaceOrder) => Promise<Result<Order, OrderRefusal>>;
}

/** The demo's own part of the API: its clock, and its shops as a customer sees them. A real instance has none of it. */
export function demoRoutes({ demo, cameFrom, placeOrder }: DemoRoutesDeps): FastifyPluginAsyncZod {
  const storeOf = (storeId: string) => {
    const found = demo.stores().find(({ store }) => store.id === storeId);
    if (found === undefined) throw problem(storesErrors, 'store.not_found');
    return found;
  };

  return async (app) => {
    app.route({
      method: 'GET',
      url: '/demo',
      config: { action: 'session.read' },
      schema: {
        tags,
        operationId: 'getDemo',
        summary: 'The demo’s clock, and how far it is',
        response: { 200: standing },
      },
      handler: async () => ({
        ...(await demo.standing()),
        cameFrom: cameFrom(),
        stores: demo.stores().map(({ store: { id, slug, name } }) => ({ id, slug, name })),
      }),
    });

    app.route({
      method: 'POST',
      url: '/demo/clock',
      config: { action: 'stores.write' },
      schema: {
        tags,
        operationId: 'moveDemoClock',
        summary: 'Moves the clock on, with everything that happens meanwhile',
        body: z.object({
          forwardMs: z.number().int().min(hourMs).max(longestMoveMs).describe('From an hour to 31 days.'),
        }),
        response: { 202: z.object({ until: instant }) },
      },
      handler: async ({ body }, reply) => {
        const begun = await demo.forward(body.forwardMs);
        if (!begun.ok) throw problem(demoErrors, begun.failure);
        return reply.status(202).send(begun.value);
      },
    });

    app.route({
      method: 'GET',
      url: '/demo/stores/:storeId/shop',
      config: { action: 'stores.read' },
      schema: {
        tags,
        operationId: 'getDemoShop',
        summary: 'What the shop sells, and a few of those who buy there',
        params: inStore,
        response: { 200: z.object({ products: z.array(product), customers: z.array(shopper) }) },
      },
      handler: async ({ params }) => {
        const { simulated } = storeOf(params.storeId);
        return {
          products: simulated.products.map(({ externalId, categories, ...shown }) => ({
            ...shown,
            id: externalId,
            categories: [...categories],
          })),
          customers: simulated.customers
            .slice(0, shownCustomers)
            .map(({ email, firstName, lastName, locale }) => ({ email, firstName, lastName, locale })),
        };
      },
    });

    app.route({
      method: 'POST',
      url: '/demo/stores/:storeId/orders',
      config: { action: 'orders.write' },
      schema: {
        tags,
        operationId: 'placeDemoOrder',
        summary: 'Buys in the shop, as a customer would',
        params: inStore,
        body: placeOrderSchema,
        response: {
          201: z
            .object({
              number: z.string(),
              grandMinor: z.number().int(),
              discountMinor: z.number().int(),
              currency: z.string(),
            })
            .meta({ id: 'DemoOrder' }),
        },
      },
      handler: async ({ params, body }, reply) => {
        const placed = await placeOrder(storeOf(params.storeId), body);
        if (!placed.ok) {
          const { code, path } = placed.failure;
          throw problem(demoErrors, code, null, [{ code, path, message: demoErrors[code].title }]);
        }
        const { number, totals, currency } = placed.value;
        const { grandMinor, discountMinor } = totals;
        return reply.status(201).send({ number, grandMinor, discountMinor, currency });
      },
    });
  };
}
