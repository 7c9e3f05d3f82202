import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

import type { Database } from '../foundation/database/database.ts';
import type { InstanceKind } from '../foundation/database/instance-kind.ts';
import type { Principal } from '../foundation/http/index.ts';
import { createOwner } from './create-owner.ts';
import { maxPasswordLength, minPasswordLength } from './password.ts';
import { hasPeople } from './people-repository.ts';

const ownerSchema = z.object({
  token: z.string().min(1).max(100),
  name: z.string().trim().min(1).max(80),
  email: z.email().max(254),
  password: z.string().min(minPasswordLength).max(maxPasswordLength),
});

const doorstepSchema = z.object({
  kind: z.enum(['real', 'demo']),
  isSetupNeeded: z.boolean(),
  isSignedIn: z.boolean(),
});

export interface SetupRoutesDeps {
  readonly kind: InstanceKind;
  readonly database: Database;
  readonly authenticate: (request: FastifyRequest) => Promise<Principal | null>;
}

/** The first start: who is not known yet creates the owner, with the link that `npm start` printed. */
export function setupRoutes({ kind, database, authenticate }: SetupRoutesDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/api/doorstep', { schema: { response: { 200: doorstepSchema } } }, async (request) => ({
      kind,
      isSetupNeeded: !(await database.withDirectory((tx) => hasPeople(tx))),
      isSignedIn: (await authenticate(request)) !== null,
    }));

    app.post(
      '/api/setup',
      {
        config: { rateLimit: { max: 10, timeWindow: 60_000 } },
        schema: { body: ownerSchema, response: { 201: z.object({ email: z.string() }) } },
      },
      async ({ body }, reply) => {
        await createOwner(database, body);
        return reply.code(201).send({ email: body.email });
      },
    );
  };
}
