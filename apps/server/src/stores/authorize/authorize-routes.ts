import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ConnectionId, StoreId } from '@regulars/core/shared';
import { problem } from '../../foundation/errors/index.ts';
import { instant } from '../../foundation/http/index.ts';
import { storesErrors } from '../errors.ts';
import { attemptAnswer, toAttemptAnswer } from './attempt-answer.ts';
import { findAttempt, type AttemptId } from './attempt-repository.ts';
import { toBrowserCookie } from './attempt-secret.ts';
import { beginAuthorization, type BeginAuthorizationDeps } from './begin-authorization.ts';

const inStore = z.object({ storeId: z.uuid() });

const wishedSchema = z.union([
  z.strictObject({ adapterId: z.string().min(1), config: z.record(z.string(), z.unknown()) }),
  z.strictObject({ connectionId: z.uuid().describe('The connection to be given access again.') }),
]);

/** Connecting a platform with one click, as the dashboard asks for it. */
export function authorizeRoutes(deps: BeginAuthorizationDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'POST',
      url: '/stores/:storeId/connections/authorize',
      config: { action: 'connections.write' },
      schema: {
        tags: ['Connections'],
        summary: 'Says where to send the merchant to connect their platform with one click',
        params: inStore,
        body: wishedSchema,
        response: { 201: z.object({ id: z.uuid(), url: z.string(), expiresAt: instant }) },
      },
      handler: async ({ params, body, principal }, reply) => {
        // The browser that asks is the one that has to come back, and a program has none.
        if (principal.kind !== 'person') throw problem(storesErrors, 'connect.person_needed');
        const wished = 'adapterId' in body ? body : { connectionId: body.connectionId as ConnectionId };
        const begun = await beginAuthorization(deps, params.storeId as StoreId, wished, `person:${principal.id}`);
        if (!begun.ok) {
          const code = begun.failure[0]?.code ?? 'connection.config_invalid';
          throw problem(storesErrors, code as keyof typeof storesErrors, null, begun.failure);
        }
        const { id, url, browserSecret, expiresAt } = begun.value;
        return reply
          .status(201)
          .header('set-cookie', toBrowserCookie(id, browserSecret, deps.publicUrl))
          .send({ id, url, expiresAt });
      },
    });

    app.route({
      method: 'GET',
      url: '/stores/:storeId/connections/attempts/:attemptId',
      config: { action: 'connections.read' },
      schema: {
        tags: ['Connections'],
        summary: 'How an attempt to connect with one click stands, or ended',
        params: inStore.extend({ attemptId: z.uuid() }),
        response: { 200: attemptAnswer },
      },
      handler: async ({ params }) => {
        const storeId = params.storeId as StoreId;
        return await deps.database.withStore(storeId, async (tx, now) => {
          const attempt = await findAttempt(tx, storeId, params.attemptId as AttemptId);
          if (attempt === null) throw problem(storesErrors, 'connect.attempt_not_found');
          return toAttemptAnswer(attempt, now);
        });
      },
    });
  };
}
