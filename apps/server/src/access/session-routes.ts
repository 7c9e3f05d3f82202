import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

import type { Database } from '../foundation/database/database.ts';
import { findPerson } from './people-repository.ts';
import { roleSchema } from './roles.ts';

const sessionSchema = z
  .object({
    kind: z.enum(['person', 'apiKey']),
    id: z.string(),
    actions: z.array(z.string()).describe('What the caller may do.'),
    storeIds: z.array(z.uuid()).nullable().describe('The stores the caller sees; null for every store.'),
    person: z.object({ name: z.string(), email: z.string(), role: roleSchema }).nullable(),
  })
  .meta({ id: 'Session' });

/** Who the caller is, and what they may do. */
export function sessionRoutes(database: Database): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/session',
      {
        config: { action: 'session.read' },
        schema: {
          tags: ['Session'],
          operationId: 'getSession',
          summary: 'Who am I?',
          response: { 200: sessionSchema },
        },
      },
      async ({ principal }) => {
        const person =
          principal.kind === 'person' ? await database.withDirectory((tx) => findPerson(tx, principal.id)) : null;
        return {
          kind: principal.kind,
          id: principal.id,
          actions: [...principal.actions],
          storeIds: principal.storeIds === null ? null : [...principal.storeIds],
          person: person === null ? null : { name: person.name, email: person.email, role: person.role },
        };
      },
    );
  };
}
