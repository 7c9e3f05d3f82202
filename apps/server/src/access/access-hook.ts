import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isId, type StoreId } from '@regulars/core/shared';

import { problem } from '../foundation/errors/index.ts';
import { requestErrors, seesStore, type Action, type Principal } from '../foundation/http/index.ts';
import { storesErrors } from '../stores/door.ts';
import { peopleActions } from './authorization.ts';
import { accessErrors } from './errors.ts';
import { isSameOrigin } from './is-same-origin.ts';

export interface AccessHookDeps {
  readonly authenticate: (request: FastifyRequest) => Promise<Principal | null>;
  readonly storeExists: (storeId: StoreId) => Promise<boolean>;
  readonly publicUrl: string;
}

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Lets only known principals, allowed actions and visible stores through to the routes of this context. A route without
 * `config.action` cannot be registered: forgetting one is found at the start, not by an attacker.
 */
export function guardRoutes(app: FastifyInstance, deps: AccessHookDeps): void {
  app.addHook('onRoute', ({ config, method, url }) => {
    if (config?.action === undefined) throw new Error(`${String(method)} ${url} does not say which action it needs.`);
  });
  app.decorateRequest('principal');
  app.addHook('onRequest', async (request) => {
    const principal = await deps.authenticate(request);
    if (principal !== null) request.principal = principal;
  });
  // After every onRequest hook: the rate limit counts refused callers too.
  app.addHook('preParsing', async (request, reply) => {
    await refuseStrangers(deps, request, reply);
  });
}

/** A new store, and the people of all stores: beyond those who are limited to some. */
function concernsWholeInstance(action: Action): boolean {
  return action === 'stores.write' || peopleActions.has(action);
}

async function refuseStrangers(deps: AccessHookDeps, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const principal = request.principal as Principal | undefined;
  if (principal === undefined) {
    void reply.header('www-authenticate', 'Bearer realm="regulars"');
    throw problem(accessErrors, 'access.unauthenticated');
  }
  if (principal.kind === 'person' && !reading.has(request.method) && !isSameOrigin(request, deps.publicUrl)) {
    throw problem(requestErrors, 'request.origin_refused');
  }
  const { action } = request.routeOptions.config;
  if (action === undefined || !principal.actions.has(action)) {
    throw problem(accessErrors, 'access.forbidden', `This needs the right ${String(action)}.`);
  }
  const { storeId } = request.params as { readonly storeId?: string };
  if (storeId === undefined) {
    if (principal.storeIds !== null && concernsWholeInstance(action))
      throw problem(accessErrors, 'access.forbidden', 'Only who sees every store may do this.');
    return;
  }
  const isVisible = isId(storeId) && seesStore(principal, storeId) && (await deps.storeExists(storeId as StoreId));
  if (!isVisible) throw problem(storesErrors, 'store.not_found');
}
