import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

import { choosePassword, readPasswordLink, type PasswordLinkDeps } from './password-link.ts';
import { maxPasswordLength, minPasswordLength } from './password.ts';

const token = z.string().min(1).max(100);
const rateLimit = { max: 10, timeWindow: 60_000 };

/** Whoever holds the link to a new password chooses one by it. */
export function newPasswordRoutes(deps: Pick<PasswordLinkDeps, 'database' | 'auth'>): FastifyPluginAsyncZod {
  return async (app) => {
    // A POST, so that the token stands in no log of addresses.
    app.post(
      '/api/password-link',
      {
        config: { rateLimit },
        schema: {
          body: z.object({ token }),
          response: { 200: z.object({ name: z.string(), email: z.string() }) },
        },
      },
      async ({ body }) => {
        const { name, email } = await readPasswordLink(deps, body.token);
        return { name, email };
      },
    );

    // Nobody is signed in by it: who chose a password can use it (OWASP Forgot Password Cheat Sheet).
    app.post(
      '/api/new-password',
      {
        config: { rateLimit },
        schema: {
          body: z.object({ token, password: z.string().min(minPasswordLength).max(maxPasswordLength) }),
          response: { 204: z.null() },
        },
      },
      async ({ body }, reply) => {
        await choosePassword(deps.auth, body);
        return reply.code(204).send(null);
      },
    );
  };
}
