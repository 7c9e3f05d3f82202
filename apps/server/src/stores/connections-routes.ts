import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ConnectionId, StoreId } from '@regulars/core/shared';
import { problem } from '../foundation/errors/index.ts';
import { instant } from '../foundation/http/index.ts';
import { addConnection, type AddConnectionDeps } from './add-connection.ts';
import { checkConnection, type CheckConnectionDeps } from './check-connection.ts';
import { openConnection, openHookToken, sealWebhookSecret, toHookUrl } from './connections.ts';
import { storesErrors } from './errors.ts';
import { findPlatformSecret } from './find-platform-secret.ts';
import { isRenewable } from './is-renewable.ts';
import { newWebhookSecret } from './new-webhook-secret.ts';
import { deleteConnection, findConnection, listConnections, rotateWebhookSecret } from './repository.ts';

const connection = z
  .object({
    id: z.uuid(),
    purpose: z.enum(['platform', 'mail']),
    adapterId: z.string(),
    hookUrl: z.string().describe('Where the platform or mail provider delivers its webhooks.'),
    pausedReason: z.string().nullable(),
    canReauthorize: z.boolean().describe('It can be given access again with one click.'),
    createdAt: instant,
  })
  .meta({ id: 'Connection' });

const inStore = z.object({ storeId: z.uuid() });
const inConnection = inStore.extend({ connectionId: z.uuid() });

export interface ConnectionsRoutesDeps extends AddConnectionDeps, CheckConnectionDeps {
  readonly publicUrl: string;
}

/** A store's connections to platforms and mail accounts. Secrets go in and never come out. */
export function connectionsRoutes(deps: ConnectionsRoutesDeps): FastifyPluginAsyncZod {
  const hookUrl = (token: string) => toHookUrl(deps.publicUrl, token);

  return async (app) => {
    app.route({
      method: 'GET',
      url: '/adapters',
      config: { action: 'connections.read' },
      schema: {
        tags: ['Connections'],
        summary: 'The platforms and mail accounts a store can be connected to, with the settings each needs',
        response: {
          200: z.object({
            data: z.array(
              z
                .object({
                  id: z.string(),
                  purpose: z.enum(['platform', 'mail']),
                  displayName: z.string(),
                  configSchema: z.unknown(),
                  authorizeSchema: z
                    .unknown()
                    .nullable()
                    .describe('What is typed in before the one click; null where there is none.'),
                  sendsWebhooks: z.boolean().describe('It has to be told the address of the connection.'),
                })
                .meta({ id: 'Adapter' }),
            ),
          }),
        },
      },
      handler: async () => ({
        data: [
          ...deps.adapters.platformAdapters.map((adapter) => ({
            ...describe(adapter),
            purpose: 'platform' as const,
            authorizeSchema:
              adapter.authorization === undefined ? null : toFormSchema(adapter.authorization.settingsSchema),
            sendsWebhooks: true,
          })),
          ...deps.adapters.mailAdapters.map((adapter) => ({
            ...describe(adapter),
            purpose: 'mail' as const,
            authorizeSchema: null,
            sendsWebhooks: adapter.receipts !== null,
          })),
        ],
      }),
    });

    app.route({
      method: 'GET',
      url: '/stores/:storeId/connections',
      config: { action: 'connections.read' },
      schema: {
        tags: ['Connections'],
        summary: 'Lists a store’s connections',
        params: inStore,
        response: { 200: z.object({ data: z.array(connection), nextCursor: z.null() }) },
      },
      handler: async ({ params }) => {
        const storeId = params.storeId as StoreId;
        const rows = await deps.database.withStore(storeId, (tx) => listConnections(tx, storeId));
        return {
          data: rows.map((row) => ({
            ...row,
            hookUrl: hookUrl(openHookToken(deps.sealer, row)),
            canReauthorize: isRenewable(deps.adapters, openConnection(deps.sealer, row)),
          })),
          nextCursor: null,
        };
      },
    });

    app.route({
      method: 'POST',
      url: '/stores/:storeId/connections',
      config: { action: 'connections.write' },
      schema: {
        tags: ['Connections'],
        summary: 'Connects a platform or a mail account',
        params: inStore,
        body: z.object({
          purpose: z.enum(['platform', 'mail']),
          adapterId: z.string().min(1),
          config: z.record(z.string(), z.unknown()),
          webhookSecret: z.string().min(8).max(200).nullable().default(null).describe('Made for you when left out.'),
        }),
        response: {
          201: z.object({ id: z.uuid(), hookUrl: z.string(), webhookSecret: z.string().describe('Shown this once.') }),
        },
      },
      handler: async ({ params, body }, reply) => {
        const webhookSecret = body.webhookSecret ?? findPlatformSecret(deps.adapters, body) ?? newWebhookSecret();
        const created = await addConnection(deps, params.storeId as StoreId, { ...body, webhookSecret });
        if (!created.ok) {
          const code = created.failure[0]?.code ?? 'connection.config_invalid';
          throw problem(storesErrors, code as keyof typeof storesErrors, null, created.failure);
        }
        return reply
          .status(201)
          .send({ id: created.value.id, hookUrl: hookUrl(created.value.hookToken), webhookSecret });
      },
    });

    app.route({
      method: 'POST',
      url: '/stores/:storeId/connections/:connectionId/check',
      config: { action: 'connections.write' },
      schema: {
        tags: ['Connections'],
        summary: 'Tries whether address and credentials serve; sets a resting connection to work again',
        params: inConnection,
        response: { 200: z.object({ ok: z.boolean(), code: z.string().nullable(), message: z.string().nullable() }) },
      },
      handler: async ({ params }) => {
        const row = await findOrRefuse(params.storeId as StoreId, params.connectionId as ConnectionId);
        const checked = await checkConnection(deps, row);
        if (checked === null) throw problem(storesErrors, 'connection.adapter_unknown');
        return checked;
      },
    });

    app.route({
      method: 'POST',
      url: '/stores/:storeId/connections/:connectionId/rotate-secret',
      config: { action: 'connections.write' },
      schema: {
        tags: ['Connections'],
        summary: 'Makes a new webhook secret; the old one stays valid for 24 hours',
        description: 'Where webhooks are registered by us, they are registered anew with it.',
        params: inConnection,
        response: { 200: z.object({ webhookSecret: z.string().describe('Shown this once.') }) },
      },
      handler: async ({ params }) => {
        const row = await findOrRefuse(params.storeId as StoreId, params.connectionId as ConnectionId);
        if (deps.adapters.findPlatformAdapter(row.adapterId)?.webhookSecretOf !== undefined)
          throw problem(storesErrors, 'connection.secret_fixed');
        const webhookSecret = newWebhookSecret();
        const sealed = sealWebhookSecret(deps.sealer, row.storeId, row.id, webhookSecret);
        await deps.database.withStore(row.storeId, (tx) => rotateWebhookSecret(tx, row.storeId, row.id, sealed));
        deps.directory.forget();
        return { webhookSecret };
      },
    });

    app.route({
      method: 'DELETE',
      url: '/stores/:storeId/connections/:connectionId',
      config: { action: 'connections.write' },
      schema: {
        tags: ['Connections'],
        summary: 'Removes a connection; its orders stay',
        params: inConnection,
        response: { 204: z.null() },
      },
      handler: async ({ params }, reply) => {
        const storeId = params.storeId as StoreId;
        const wasThere = await deps.database.withStore(storeId, (tx) =>
          deleteConnection(tx, storeId, params.connectionId as ConnectionId),
        );
        deps.directory.forget();
        if (!wasThere) throw problem(storesErrors, 'connection.not_found');
        return reply.status(204).send(null);
      },
    });

    async function findOrRefuse(storeId: StoreId, connectionId: ConnectionId) {
      const row = await deps.database.withStore(storeId, (tx) => findConnection(tx, storeId, connectionId));
      if (row === null) throw problem(storesErrors, 'connection.not_found');
      return row;
    }
  };
}

function describe(adapter: { readonly id: string; readonly displayName: string; readonly configSchema: z.ZodType }) {
  return {
    id: adapter.id,
    displayName: adapter.displayName,
    configSchema: toFormSchema(adapter.configSchema),
  };
}

function toFormSchema(schema: z.ZodType): unknown {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
}
