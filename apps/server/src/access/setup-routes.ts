import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

import type { Database } from '../foundation/database/database.ts';
import { createOwner } from './create-owner.ts';
import { maxPasswordLength, minPasswordLength } from './password.ts';
import { hasPeople } from './people-repository.ts';

const ownerSchema = z.object({
  token: z.string().min(1).max(100),
  name: z.string().trim().min(1).max(80),
  email: z.email().max(254),
  password: z.string().min(minPasswordLength).max(maxPasswordLength),
});

/** The first start: who is not known yet creates the owner, with the link that `npm start` printed. */
export function setupRoutes(database: Database): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/api/setup', { schema: { response: { 200: z.object({ isNeeded: z.boolean() }) } } }, async () => ({
      isNeeded: !(await database.withDirectory((tx) => hasPeople(tx))),
    }));

    app.post(
      '/api/setup',
      { config: { rateLimit: { max: 10, timeWindow: 60_000 } }, schema: { body: ownerSchema, response: { 201: z.object({ email: z.string() }) } } },
      async ({ body }, reply) => {
        await createOwner(database, body);
        return reply.code(201).send({ email: body.email });
      },
    );
  };
}
