import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

import type { Database } from '../foundation/database/database.ts';
import { acceptInvitation, readInvitation } from './invite-person.ts';
import { maxPasswordLength, minPasswordLength } from './password.ts';
import { roleSchema } from './roles.ts';

const token = z.string().min(1).max(100);
const rateLimit = { max: 10, timeWindow: 60_000 };

/** Whoever holds an invitation's link joins by it, with a password of their own. */
export function joinRoutes({ database }: { readonly database: Database }): FastifyPluginAsyncZod {
  return async (app) => {
    // A POST, so that the token stands in no log of addresses.
    app.post(
      '/api/invitation',
      {
        config: { rateLimit },
        schema: {
          body: z.object({ token }),
          response: { 200: z.object({ email: z.string(), role: roleSchema }) },
        },
      },
      async ({ body }) => {
        const { email, role } = await readInvitation(database, body.token);
        return { email, role };
      },
    );

    app.post(
      '/api/join',
      {
        config: { rateLimit },
        schema: {
          body: z.object({
            token,
            name: z.string().trim().min(1).max(80),
            password: z.string().min(minPasswordLength).max(maxPasswordLength),
          }),
          response: { 201: z.object({ email: z.string() }) },
        },
      },
      async ({ body }, reply) => {
        const { email } = await acceptInvitation(database, body);
        return reply.code(201).send({ email });
      },
    );
  };
}
