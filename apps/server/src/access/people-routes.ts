import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { toIsoString, type StoreId } from '@regulars/core/shared';

import type { Database } from '../foundation/database/database.ts';
import { problem } from '../foundation/errors/index.ts';
import { createPerson } from './create-person.ts';
import { accessErrors } from './errors.ts';
import { hashPassword, maxPasswordLength, minPasswordLength } from './password.ts';
import { countOwners, deletePerson, findPerson, listPeople, type Person } from './people-repository.ts';
import { roleSchema } from './roles.ts';

const personSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: roleSchema,
    storeIds: z.array(z.uuid()).nullable().describe("A client's stores; null for every store."),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Person' });
const newPersonSchema = z.object({
  name: z.string().trim().min(1).max(80),
  email: z.email().max(254),
  role: roleSchema,
  password: z.string().min(minPasswordLength).max(maxPasswordLength).describe('To be handed over and changed.'),
  storeIds: z.array(z.uuid()).max(500).default([]).describe("A client's stores."),
});

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

    app.post(
      '/people',
      {
        config: { action: 'people.write' },
        schema: {
          tags: ['People'],
          operationId: 'createPerson',
          summary: 'Add a person',
          body: newPersonSchema,
          response: { 201: personSchema },
        },
      },
      async ({ body }, reply) => {
        const passwordHash = await hashPassword(body.password);
        const person = await database.withDirectory(async (tx) => {
          const id = await createPerson(tx, { ...body, passwordHash, storeIds: body.storeIds as StoreId[] });
          return findPerson(tx, id);
        });
        if (person === null) throw new Error('A person vanished in the transaction that added them.');
        return reply.code(201).send(toAnswer(person));
      },
    );

    app.delete(
      '/people/:personId',
      {
        config: { action: 'people.write' },
        schema: {
          tags: ['People'],
          operationId: 'deletePerson',
          summary: 'Take a person out and end their sessions',
          params: z.object({ personId: z.string().max(64) }),
          response: { 204: z.null() },
        },
      },
      async ({ params }, reply) => {
        await database.withDirectory(async (tx) => {
          const person = await findPerson(tx, params.personId);
          if (person === null) throw problem(accessErrors, 'access.person_not_found');
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
