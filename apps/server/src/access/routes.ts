import type { FastifyPluginAsync } from 'fastify';

import type { Database } from '../foundation/database/database.ts';
import { authRoutes, type AuthRoutesDeps } from './auth-routes.ts';
import { invitationRoutes } from './invitation-routes.ts';
import { joinRoutes } from './join-routes.ts';
import { keyRoutes } from './key-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { setupRoutes, type SetupRoutesDeps } from './setup-routes.ts';

export interface AccessRoutesDeps {
  readonly database: Database;
  readonly publicUrl: string;
}

/** Mounted under /api/v1. */
export function accessRoutes({ database, publicUrl }: AccessRoutesDeps): FastifyPluginAsync {
  return async (app) => {
    await app.register(sessionRoutes(database));
    await app.register(keyRoutes(database));
    await app.register(peopleRoutes(database));
    await app.register(invitationRoutes({ database, publicUrl }));
  };
}

/** Mounted at the root: what people need before anybody knows them. */
export function doorstepRoutes(deps: AuthRoutesDeps & SetupRoutesDeps): FastifyPluginAsync {
  return async (app) => {
    await app.register(setupRoutes(deps));
    await app.register(joinRoutes(deps));
    await app.register(authRoutes(deps));
  };
}
