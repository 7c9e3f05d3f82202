import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { toIsoString, type StoreId } from '@regulars/core/shared';

import { problem } from '../foundation/errors/index.ts';
import { accessErrors } from './errors.ts';
import { deleteInvitation, listInvitations, type Invitation } from './invitation-repository.ts';
import { invitePerson, type InviteDeps } from './invite-person.ts';
import { requireRightsOf } from './require-rights-of.ts';
import { limitSchema, roleSchema } from './roles.ts';

const invitationSchema = z
  .object({
    id: z.uuid(),
    email: z.string(),
    role: roleSchema,
    storeIds: limitSchema,
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'Invitation' });
const newInvitationSchema = z.object({
  email: z.email().max(254),
  role: roleSchema,
  storeIds: limitSchema.default(null),
});

/** Who was asked to join and has not yet. */
export function invitationRoutes(deps: InviteDeps): FastifyPluginAsyncZod {
  const { database } = deps;
  return async (app) => {
    app.get(
      '/invitations',
      {
        config: { action: 'people.read' },
        schema: {
          tags: ['People'],
          operationId: 'listInvitations',
          summary: 'List open invitations, without their links',
          response: { 200: z.object({ data: z.array(invitationSchema) }) },
        },
      },
      async () => ({ data: (await database.withDirectory((tx) => listInvitations(tx))).map(toAnswer) }),
    );

    app.post(
      '/invitations',
      {
        config: { action: 'people.write' },
        schema: {
          tags: ['People'],
          operationId: 'createInvitation',
          summary: 'Invite somebody; the one-time link is shown this once and serves a week',
          body: newInvitationSchema,
          response: {
            201: invitationSchema
              .extend({ link: z.string().describe('Send it to them now: it is not shown again.') })
              .meta({ id: 'NewInvitation' }),
          },
        },
      },
      async ({ principal, body }, reply) => {
        requireRightsOf(body.role, principal.actions);
        const { invitation, link } = await invitePerson(deps, {
          ...body,
          storeIds: body.storeIds as StoreId[] | null,
        });
        return reply.code(201).send({ ...toAnswer(invitation), link });
      },
    );

    app.delete(
      '/invitations/:invitationId',
      {
        config: { action: 'people.write' },
        schema: {
          tags: ['People'],
          operationId: 'deleteInvitation',
          summary: 'Take an invitation back; its link stops working at once',
          params: z.object({ invitationId: z.uuid() }),
          response: { 204: z.null() },
        },
      },
      async ({ params }, reply) => {
        const wasThere = await database.withDirectory((tx) => deleteInvitation(tx, params.invitationId));
        if (!wasThere) throw problem(accessErrors, 'access.invitation_not_found');
        return reply.code(204).send(null);
      },
    );
  };
}

function toAnswer({ storeIds, createdAt, expiresAt, ...invitation }: Invitation) {
  return {
    ...invitation,
    storeIds: storeIds === null ? null : [...storeIds],
    createdAt: toIsoString(createdAt),
    expiresAt: toIsoString(expiresAt),
  };
}
