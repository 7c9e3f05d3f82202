import type { FastifyPluginAsync } from 'fastify';

import type { InstanceKind } from '../foundation/database/instance-kind.ts';
import { authRoutes, type AuthRoutesDeps } from './auth-routes.ts';
import { invitationRoutes } from './invitation-routes.ts';
import { joinRoutes } from './join-routes.ts';
import { keyRoutes } from './key-routes.ts';
import { newPasswordRoutes } from './new-password-routes.ts';
import { passwordLinkRoutes } from './password-link-routes.ts';
import type { PasswordLinkDeps } from './password-link.ts';
import { peopleRoutes } from './people-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { setupRoutes, type SetupRoutesDeps } from './setup-routes.ts';

/** Mounted under /api/v1. */
export function accessRoutes({
  kind,
  database,
  auth,
  publicUrl,
}: PasswordLinkDeps & { readonly kind: InstanceKind }): FastifyPluginAsync {
  return async (app) => {
    await app.register(sessionRoutes(database));
    await app.register(keyRoutes(database));
    await app.register(peopleRoutes(database));
    await app.register(invitationRoutes({ database, publicUrl }));
    // A demo lets its owner in by a password that nobody knows: with another one it would let nobody in.
    if (kind === 'real') await app.register(passwordLinkRoutes({ database, auth, publicUrl }));
  };
}

/** Mounted at the root: what people need before anybody knows them. */
export function doorstepRoutes(deps: AuthRoutesDeps & SetupRoutesDeps): FastifyPluginAsync {
  return async (app) => {
    await app.register(setupRoutes(deps));
    await app.register(joinRoutes(deps));
    await app.register(newPasswordRoutes(deps));
    await app.register(authRoutes(deps));
  };
}
