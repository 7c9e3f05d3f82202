import type { FastifyRequest } from 'fastify';

import type { Database } from '../foundation/database/database.ts';
import { actions, type Principal } from '../foundation/http/index.ts';
import { hashApiKey, isApiKey } from './api-key.ts';
import { useApiKey } from './api-key-repository.ts';
import { allowedActions } from './authorization.ts';
import type { PeopleAuth } from './people-auth.ts';
import { findPerson } from './people-repository.ts';

export interface AuthenticateDeps {
  readonly database: Database;
  readonly auth: PeopleAuth;
}

/**
 * Who sends this request; null for nobody we know. An `Authorization` header decides alone: a key that does not hold is
 * not rescued by a session cookie.
 */
export async function authenticate(deps: AuthenticateDeps, request: FastifyRequest): Promise<Principal | null> {
  const { authorization, cookie } = request.headers;
  if (authorization !== undefined) return authenticateKey(deps, authorization);
  return cookie === undefined ? null : authenticatePerson(deps, cookie);
}

async function authenticateKey({ database }: AuthenticateDeps, authorization: string): Promise<Principal | null> {
  const text = /^Bearer (\S+)$/i.exec(authorization)?.[1];
  if (text === undefined || !isApiKey(text)) return null;
  const key = await database.withDirectory((tx) => useApiKey(tx, hashApiKey(text)));
  if (key === null) return null;
  return {
    kind: 'apiKey',
    id: key.id,
    actions: new Set(actions.filter((action) => action === 'session.read' || key.scopes.includes(action))),
    storeIds: key.storeId === null ? null : [key.storeId],
  };
}

async function authenticatePerson({ database, auth }: AuthenticateDeps, cookie: string): Promise<Principal | null> {
  const session = await auth.api.getSession({ headers: new Headers({ cookie }) });
  if (session === null) return null;
  // Read afresh, so that a changed role or store holds from the next request on.
  const person = await database.withDirectory((tx) => findPerson(tx, session.user.id));
  if (person === null) return null;
  return { kind: 'person', id: person.id, actions: allowedActions[person.role], storeIds: person.storeIds };
}
