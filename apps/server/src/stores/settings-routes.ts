import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ConnectionId, StoreId } from '@regulars/core/shared';
import { problem } from '../foundation/errors/index.ts';
import { changeSettings, type ChangeSettingsDeps } from './change-settings.ts';
import { openConnection } from './connections.ts';
import { storesErrors } from './errors.ts';
import { findConnection } from './repository.ts';
import { hideSecrets } from './setting-secrets.ts';

const inConnection = z.object({ storeId: z.uuid(), connectionId: z.uuid() });
const url = '/stores/:storeId/connections/:connectionId/settings';
const tags = ['Connections'];

const connectionSettings = z
  .object({
    settings: z.record(z.string(), z.unknown()).describe('Without what is secret.'),
    hidden: z.array(z.string()).describe('Secrets that were given, e.g. `dkim.privateKey`.'),
  })
  .meta({ id: 'ConnectionSettings' });

/** A connection's settings: what is not secret is shown, and all of them can be changed. Mounted under /api/v1. */
export function settingsRoutes(deps: ChangeSettingsDeps): FastifyPluginAsyncZod {
  async function findOrRefuse(params: z.output<typeof inConnection>) {
    const [storeId, connectionId] = [params.storeId as StoreId, params.connectionId as ConnectionId];
    const row = await deps.database.withStore(storeId, (tx) => findConnection(tx, storeId, connectionId));
    if (row === null) throw problem(storesErrors, 'connection.not_found');
    return row;
  }

  return async (app) => {
    app.route({
      method: 'GET',
      url,
      config: { action: 'connections.write' },
      schema: {
        tags,
        operationId: 'getConnectionSettings',
        summary: 'A connection’s settings as they are now, without what is secret',
        params: inConnection,
        response: { 200: connectionSettings },
      },
      handler: async ({ params }) => {
        const { settings, hidden } = hideSecrets(openConnection(deps.sealer, await findOrRefuse(params)).config);
        return { settings: { ...settings }, hidden: [...hidden] };
      },
    });

    app.route({
      method: 'PUT',
      url,
      config: { action: 'connections.write' },
      schema: {
        tags,
        operationId: 'changeConnectionSettings',
        summary: 'Gives a connection other settings, once they were tried; sets it to work again',
        description:
          'A secret that is left out stays as it is, unless an address is changed beside it; null takes it away.',
        params: inConnection,
        body: z.object({ config: z.record(z.string(), z.unknown()) }),
        response: { 204: z.null() },
      },
      handler: async ({ params, body }, reply) => {
        const changed = await changeSettings(deps, await findOrRefuse(params), body.config);
        if (!changed.ok) {
          const [first] = changed.failure;
          const code = (first?.code ?? 'connection.config_invalid') as keyof typeof storesErrors;
          const isOfFields = changed.failure.some(({ path }) => path !== '');
          throw problem(storesErrors, code, isOfFields ? null : (first?.message ?? null), changed.failure);
        }
        return reply.status(204).send(null);
      },
    });
  };
}
