import type { FastifyPluginAsync } from 'fastify';
import type { Database } from '../foundation/database/database.ts';
import { mailboxRoutes } from './mailbox/mailbox-routes.ts';
import { messagesRoutes } from './messages-routes.ts';
import { suppressionsRoutes } from './suppressions-routes.ts';
import type { TemplateCompiler } from './templates/template-compiler.ts';
import { templatesRoutes } from './templates/templates-routes.ts';

export interface DeliveryRoutesDeps {
  readonly database: Database;
  readonly compiler: TemplateCompiler;
}

/** Messages and their verdicts, the local mailbox, templates, suppressions. */
export function deliveryRoutes(deps: DeliveryRoutesDeps): FastifyPluginAsync {
  return async (app) => {
    await app.register(messagesRoutes(deps.database));
    await app.register(mailboxRoutes(deps.database));
    await app.register(templatesRoutes(deps));
    await app.register(suppressionsRoutes(deps.database));
  };
}
