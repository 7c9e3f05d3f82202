import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ConnectionId, StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import { problem } from '../foundation/errors/index.ts';
import type { AdapterRegistry } from './connections.ts';
import { storesErrors } from './errors.ts';
import {
  closeStorefront,
  findStorefront,
  openStorefront,
  type Storefront,
  type StorefrontStanding,
} from './storefront-keys.ts';

const inConnection = z.object({ storeId: z.uuid(), connectionId: z.uuid() });
const tags = ['Connections'];

const storefrontAnswer = z
  .object({
    isOffered: z.boolean().describe('False where the platform itself tells of carts.'),
    key: z.string().nullable().describe('Public. Null while no carts are taken from the shop’s pages.'),
    shopUrl: z.string().nullable().describe('The shop whose pages may use the key.'),
    snippet: z.string().nullable().describe('To be put on every page of the shop.'),
  })
  .meta({ id: 'Storefront' });

const closed = { key: null, shopUrl: null, snippet: null };

export interface StorefrontRoutesDeps {
  readonly database: Database;
  readonly publicUrl: string;
  readonly adapters: Pick<AdapterRegistry, 'findPlatformAdapter'>;
}

/** The key by which a shop's own pages tell of carts, for platforms that tell of none. Mounted under /api/v1. */
export function storefrontRoutes({ database, publicUrl, adapters }: StorefrontRoutesDeps): FastifyPluginAsyncZod {
  /** A cart that is told twice would be two carts. */
  const isOffered = ({ adapterId }: Pick<StorefrontStanding, 'adapterId'>) =>
    adapters.findPlatformAdapter(adapterId)?.capabilities.carts !== true;
  const toOpen = ({ key, origin }: Storefront) => ({
    key,
    shopUrl: origin,
    snippet: `<script src="${publicUrl}/storefront/v1.js" data-key="${key}" defer></script>`,
  });

  return async (app) => {
    app.route({
      method: 'GET',
      url: '/stores/:storeId/connections/:connectionId/storefront',
      config: { action: 'connections.read' },
      schema: {
        tags,
        operationId: 'getStorefront',
        summary: 'The public key and the snippet by which a shop’s pages tell of carts',
        params: inConnection,
        response: { 200: storefrontAnswer },
      },
      handler: async ({ params }) => {
        const storeId = params.storeId as StoreId;
        const found = await database.withStore(storeId, (tx) =>
          findStorefront(tx, storeId, params.connectionId as ConnectionId),
        );
        if (found === null) throw problem(storesErrors, 'connection.not_found');
        return { isOffered: isOffered(found), ...(found.storefront === null ? closed : toOpen(found.storefront)) };
      },
    });

    app.route({
      method: 'POST',
      url: '/stores/:storeId/connections/:connectionId/storefront',
      config: { action: 'connections.write' },
      schema: {
        tags,
        operationId: 'openStorefront',
        summary: 'Has carts taken from the shop’s pages, under a new key; an earlier key serves no more',
        params: inConnection,
        body: z.object({ shopUrl: z.url({ protocol: /^https?$/ }).max(300) }),
        response: { 200: storefrontAnswer },
      },
      handler: async ({ params, body }) => {
        const storeId = params.storeId as StoreId;
        const connectionId = params.connectionId as ConnectionId;
        const opened = await database.withStore(storeId, async (tx) => {
          const found = await findStorefront(tx, storeId, connectionId);
          if (found !== null && !isOffered(found)) throw problem(storesErrors, 'storefront.carts_told');
          return openStorefront(tx, storeId, connectionId, new URL(body.shopUrl).origin);
        });
        if (opened === null) throw problem(storesErrors, 'connection.not_found');
        return { isOffered: true, ...toOpen(opened) };
      },
    });

    app.route({
      method: 'DELETE',
      url: '/stores/:storeId/connections/:connectionId/storefront',
      config: { action: 'connections.write' },
      schema: {
        tags,
        operationId: 'closeStorefront',
        summary: 'Takes no more carts from the shop’s pages',
        params: inConnection,
        response: { 204: z.null() },
      },
      handler: async ({ params }, reply) => {
        const storeId = params.storeId as StoreId;
        const isClosed = await database.withStore(storeId, (tx) =>
          closeStorefront(tx, storeId, params.connectionId as ConnectionId),
        );
        if (!isClosed) throw problem(storesErrors, 'connection.not_found');
        return reply.status(204).send(null);
      },
    });
  };
}
