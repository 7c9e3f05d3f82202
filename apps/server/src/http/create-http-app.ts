import { randomUUID } from 'node:crypto';

import formbody from '@fastify/formbody';
import underPressure from '@fastify/under-pressure';
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyPluginAsync } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';

import { accessRoutes, authenticate, doorstepRoutes, guardRoutes, type PeopleAuth } from '../access/door.ts';
import type { Database } from '../foundation/database/database.ts';
import type { InstanceKind } from '../foundation/database/instance-kind.ts';
import type { Sealer } from '../foundation/secrets/seal.ts';
import type { Directory } from '../stores/door.ts';
import { answerErrors, answerNotFound } from './answer-errors.ts';
import { addApiDocument } from './api-document.ts';
import { repeatSafely } from './idempotency/repeat-safely.ts';
import { logRequests } from './log-requests.ts';
import { healthRoutes, operationsRoutes } from './operations-routes.ts';
import type { HealthPort, MetricsPort } from './ports.ts';
import { addRateLimits } from './rate-limits.ts';
import { refuseUnstorableText } from './refuse-unstorable-text.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { serveDashboard } from './serve-dashboard.ts';

export interface HttpAppDeps {
  /** Where people and stores reach this instance, without a slash at the end. */
  readonly publicUrl: string;
  readonly kind: InstanceKind;
  readonly version: string;
  /** How many proxies of one's own stand in front: so many entries of X-Forwarded-For are believed, from the right. */
  readonly trustedProxies: number;
  /** The built dashboard; null serves none. */
  readonly dashboardFolder: string | null;
  readonly logger: FastifyBaseLogger;
  readonly database: Database;
  readonly sealer: Sealer;
  readonly directory: Directory;
  readonly auth: PeopleAuth;
  readonly health: HealthPort;
  readonly metrics: MetricsPort;
  /** Rooms' routes under /api/v1, for known principals. */
  readonly apiRoutes: readonly FastifyPluginAsync[];
  /** Rooms' pages that anybody may open: landing page, unsubscribe. Mounted at the root. */
  readonly publicRoutes: readonly FastifyPluginAsync[];
  /** Webhooks: no limits, no headers, no schema, nothing between the socket and the handler. Mounted at the root. */
  readonly fastRoutes: readonly FastifyPluginAsync[];
}

const bodyLimitBytes = 1_048_576;

/** Puts the HTTP side together: who may pass, how it is refused, and where each room's routes stand. */
export async function createHttpApp(deps: HttpAppDeps): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: deps.logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: (_address: string, hop: number) => hop < deps.trustedProxies,
    bodyLimit: bodyLimitBytes,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 300 },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerErrors(app);
  for (const routes of deps.fastRoutes) await app.register(routes);
  await app.register((browsable) => addBrowsable(browsable, deps));
  return app;
}

async function addBrowsable(app: FastifyInstance, deps: HttpAppDeps): Promise<void> {
  logRequests(app);
  await addSecurityHeaders(app, deps.publicUrl);
  if (deps.dashboardFolder === null) app.setNotFoundHandler(answerNotFound);
  else await serveDashboard(app, deps.dashboardFolder);
  await app.register(operationsRoutes({ ...deps, authenticate: (request) => authenticate(deps, request) }));
  await addApiDocument(app, deps);
  await app.register((limited) => addLimited(limited, deps));
}

async function addLimited(app: FastifyInstance, deps: HttpAppDeps): Promise<void> {
  refuseUnstorableText(app);
  await app.register(underPressure, { maxEventLoopDelay: 2_000, retryAfter: 5, exposeStatusRoute: false });
  await app.register(async (api) => addApi(api, deps), { prefix: '/api/v1' });
  await app.register(async (open) => {
    await addRateLimits(open);
    await open.register(doorstepRoutes({ ...deps, authenticate: (request) => authenticate(deps, request) }));
    await open.register(formbody);
    for (const routes of deps.publicRoutes) await open.register(routes);
  });
}

async function addApi(app: FastifyInstance, deps: HttpAppDeps): Promise<void> {
  guardRoutes(app, {
    authenticate: (request) => authenticate(deps, request),
    storeExists: async (storeId) => (await deps.directory.findStore(storeId)) !== null,
    publicUrl: deps.publicUrl,
  });
  await addRateLimits(app);
  repeatSafely(app, deps);
  app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'));
  await app.register(accessRoutes(deps));
  await app.register(healthRoutes(deps.health));
  for (const routes of deps.apiRoutes) await app.register(routes);
}
