import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { parseInstant, toIsoString, type StoreId } from '@regulars/core/shared';

import type { Database } from '../foundation/database/database.ts';
import { problem } from '../foundation/errors/index.ts';
import { actions, seesStore } from '../foundation/http/index.ts';
import { newId } from '../foundation/ids.ts';
import { storesErrors } from '../stores/door.ts';
import { makeApiKey } from './api-key.ts';
import { insertApiKey, listApiKeys, revokeApiKey, type ApiKeyRow } from './api-key-repository.ts';
import { peopleActions } from './authorization.ts';
import { accessErrors } from './errors.ts';

const scopeSchema = z.enum(actions);
const apiKeySchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    prefix: z.string().describe('The first characters, to know the key by.'),
    scopes: z.array(z.string()),
    storeId: z.uuid().nullable().describe('The only store the key sees; null for every store.'),
    expiresAt: z.iso.datetime().nullable(),
    lastUsedAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'ApiKey' });
const newKeySchema = z.object({
  name: z.string().trim().min(1).max(80),
  scopes: z.array(scopeSchema).min(1),
  storeId: z.uuid().nullable().default(null),
  expiresAt: z.iso.datetime({ offset: true }).nullable().default(null),
});

/** Keys for programs. */
export function keyRoutes(database: Database): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api-keys',
      {
        config: { action: 'keys.read' },
        schema: {
          tags: ['API keys'],
          operationId: 'listApiKeys',
          summary: 'List the API keys in use',
          response: { 200: z.object({ data: z.array(apiKeySchema) }) },
        },
      },
      async ({ principal }) => {
        const rows = await database.withDirectory((tx) => listApiKeys(tx, principal.storeIds));
        return { data: rows.map(toAnswer) };
      },
    );

    app.post(
      '/api-keys',
      {
        config: { action: 'keys.write' },
        schema: {
          tags: ['API keys'],
          operationId: 'createApiKey',
          summary: 'Make an API key; its text is shown this once',
          body: newKeySchema,
          response: {
            201: apiKeySchema
              .extend({ key: z.string().describe('Keep it now: it is not shown again.') })
              .meta({ id: 'NewApiKey' }),
          },
        },
      },
      async ({ principal, body }, reply) => {
        const tooWide = body.scopes.filter(
          (scope) => !principal.actions.has(scope) || (body.storeId !== null && peopleActions.has(scope)),
        );
        if (tooWide.length > 0 || (principal.storeIds !== null && body.storeId === null)) {
          throw problem(
            accessErrors,
            'access.scope_too_wide',
            tooWide.length > 0 ? `Leave out ${tooWide.join(', ')}.` : 'Name the store.',
          );
        }
        if (body.storeId !== null && !seesStore(principal, body.storeId))
          throw problem(storesErrors, 'store.not_found');
        const key = makeApiKey();
        const row = await database.withDirectory((tx) =>
          insertApiKey(tx, {
            id: newId<'ApiKey'>(),
            name: body.name,
            prefix: key.prefix,
            keyHash: key.hash,
            scopes: body.scopes,
            storeId: body.storeId as StoreId | null,
            maker: principal,
            expiresAt: body.expiresAt === null ? null : parseInstant(body.expiresAt),
          }),
        );
        return reply.code(201).send({ ...toAnswer(row), key: key.text });
      },
    );

    app.delete(
      '/api-keys/:keyId',
      {
        config: { action: 'keys.write' },
        schema: {
          tags: ['API keys'],
          operationId: 'revokeApiKey',
          summary: 'Revoke an API key at once',
          params: z.object({ keyId: z.uuid() }),
          response: { 204: z.null() },
        },
      },
      async ({ principal, params }, reply) => {
        const wasThere = await database.withDirectory((tx) => revokeApiKey(tx, params.keyId, principal.storeIds));
        if (!wasThere) throw problem(accessErrors, 'access.key_not_found');
        return reply.code(204).send(null);
      },
    );
  };
}

function toAnswer({ expiresAt, lastUsedAt, createdAt, scopes, ...row }: ApiKeyRow) {
  return {
    ...row,
    scopes: [...scopes],
    expiresAt: expiresAt === null ? null : toIsoString(expiresAt),
    lastUsedAt: lastUsedAt === null ? null : toIsoString(lastUsedAt),
    createdAt: toIsoString(createdAt),
  };
}
