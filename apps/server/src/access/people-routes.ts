import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { toIsoString, type StoreId } from '@regulars/core/shared';

import type { Database } from '../foundation/database/database.ts';
import { problem } from '../foundation/errors/index.ts';
import { allowedActions } from './authorization.ts';
import { changePerson } from './change-person.ts';
import { createPerson } from './create-person.ts';
import { accessErrors } from './errors.ts';
import { hashPassword, maxPasswordLength, minPasswordLength } from './password.ts';
import { countOwners, deletePerson, findPerson, listPeople, lockPerson, type Person } from './people-repository.ts';
import { requireRightsOf } from './require-rights-of.ts';
import { limitSchema, roleSchema } from './roles.ts';

const personSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: roleSchema,
    storeIds: limitSchema,
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Person' });
const newPersonSchema = z.object({
  name: z.string().trim().min(1).max(80),
  email: z.email().max(254),
  role: roleSchema,
  password: z.string().min(minPasswordLength).max(maxPasswordLength).describe('To be handed over and changed.'),
  storeIds: limitSchema.default(null),
});
const roleAnswer = z.object({ role: roleSchema, actions: z.array(z.string()) }).meta({ id: 'Role' });
const onePerson = z.object({ personId: z.string().max(64) });

/** The people of the agency and their clients. */
export function peopleRoutes(database: Database): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/people',
      {
        config: { action: 'people.read' },
        schema: {
          tags: ['People'],
          operationId: 'listPeople',
          summary: 'List the people and their roles',
          response: { 200: z.object({ data: z.array(personSchema) }) },
        },
      },
      async () => ({ data: (await database.withDirectory((tx) => listPeople(tx))).map(toAnswer) }),
    );

    app.get(
      '/roles',
      {
        config: { action: 'people.read' },
        schema: {
          tags: ['People'],
          operationId: 'listRoles',
          summary: 'What each role may do',
          response: { 200: z.object({ data: z.array(roleAnswer) }) },
        },
      },
      async () => ({ data: roleSchema.options.map((role) => ({ role, actions: [...allowedActions[role]] })) }),
    );

    app.post(
      '/people',
      {
        config: { action: 'people.write' },
        schema: {
          tags: ['People'],
          operationId: 'createPerson',
          summary: 'Add a person with a password to hand over; an invitation lets them choose their own',
          body: newPersonSchema,
          response: { 201: personSchema },
        },
      },
      async ({ principal, body }, reply) => {
        requireRightsOf(body.role, principal.actions);
        const passwordHash = await hashPassword(body.password);
        const person = await database.withDirectory(async (tx) => {
          const id = await createPerson(tx, { ...body, passwordHash, storeIds: body.storeIds as StoreId[] | null });
          return findPerson(tx, id);
        });
        if (person === null) throw new Error('A person vanished in the transaction that added them.');
        return reply.code(201).send(toAnswer(person));
      },
    );

    app.patch(
      '/people/:personId',
      {
        config: { action: 'people.write' },
        schema: {
          tags: ['People'],
          operationId: 'changePerson',
          summary: 'Give a person another role or other stores, at once',
          params: onePerson,
          body: z.object({ role: roleSchema.optional(), storeIds: limitSchema.optional() }),
          response: { 200: personSchema },
        },
      },
      async ({ principal, params, body: { role, storeIds } }) =>
        toAnswer(
          await changePerson(database, params.personId, {
            role,
            storeIds: storeIds as StoreId[] | null | undefined,
            changerMayDo: principal.actions,
          }),
        ),
    );

    app.delete(
      '/people/:personId',
      {
        config: { action: 'people.write' },
        schema: {
          tags: ['People'],
          operationId: 'deletePerson',
          summary: 'Take a person out, end their sessions and revoke the API keys they made',
          params: onePerson,
          response: { 204: z.null() },
        },
      },
      async ({ principal, params }, reply) => {
        await database.withDirectory(async (tx) => {
          const person = await lockPerson(tx, params.personId);
          if (person === null) throw problem(accessErrors, 'access.person_not_found');
          requireRightsOf(person.role, principal.actions);
          if (person.role === 'owner' && (await countOwners(tx)) === 1)
            throw problem(accessErrors, 'access.last_owner', 'Make somebody else an owner first.');
          await deletePerson(tx, person.id);
        });
        return reply.code(204).send(null);
      },
    );
  };
}

function toAnswer({ storeIds, createdAt, ...person }: Person) {
  return { ...person, storeIds: storeIds === null ? null : [...storeIds], createdAt: toIsoString(createdAt) };
}
