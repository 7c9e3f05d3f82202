import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { toIsoString } from '@regulars/core/shared';

import { createPasswordLink, type PasswordLinkDeps } from './password-link.ts';

const passwordLinkSchema = z
  .object({
    link: z.string().describe('Hand it to them now: it is not shown again.'),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'PasswordLink' });

/** Somebody who forgot their password is given a link to a new one, by who keeps people. */
export function passwordLinkRoutes(deps: PasswordLinkDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/people/:personId/password-link',
      {
        config: { action: 'people.write' },
        schema: {
          tags: ['People'],
          operationId: 'createPasswordLink',
          summary: 'Make a link to a new password; it is shown this once, serves a day and ends earlier ones',
          params: z.object({ personId: z.string().max(64) }),
          response: { 201: passwordLinkSchema },
        },
      },
      async ({ principal, params }, reply) => {
        const { link, expiresAt } = await createPasswordLink(deps, params.personId, principal.actions);
        return reply.code(201).send({ link, expiresAt: toIsoString(expiresAt) });
      },
    );
  };
}
