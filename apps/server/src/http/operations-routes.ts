import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

import { problem } from '../foundation/errors/index.ts';
import { requestErrors, type Principal } from '../foundation/http/index.ts';
import type { HealthPort, MetricsPort } from './ports.ts';

export interface OperationsDeps {
  readonly health: HealthPort;
  readonly metrics: MetricsPort;
  readonly authenticate: (request: FastifyRequest) => Promise<Principal | null>;
}

const local = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** For the machines that run this one: alive, ready, counted. */
export function operationsRoutes({ health, metrics, authenticate }: OperationsDeps): FastifyPluginAsync {
  return async (app) => {
    app.get('/healthz', async () => ({ status: 'alive' }));

    app.get('/readyz', async (_request, reply) => {
      const checks = await health.readiness();
      const isReady = checks.every((check) => check.isReady);
      return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready', checks });
    });

    // Figures tell how a business is doing: they go to this machine, or to a key that may read them.
    app.get('/metrics', async (request, reply) => {
      const mayRead = local.has(request.socket.remoteAddress ?? '') && request.headers['x-forwarded-for'] === undefined;
      if (!mayRead && !(await authenticate(request))?.actions.has('health.read'))
        throw problem(requestErrors, 'request.not_found');
      return reply.type(metrics.contentType).send(await metrics.metrics());
    });
  };
}

const healthCheckSchema = z
  .object({
    name: z.string(),
    storeId: z.uuid().nullable().describe('Null: the whole instance.'),
    state: z.enum(['good', 'attention', 'bad']),
    code: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    sentence: z.string().describe('What is so, and what to do about it.'),
  })
  .meta({ id: 'HealthCheck' });

/** The same for people, in sentences. */
export function healthRoutes(health: HealthPort): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/health',
      {
        config: { action: 'health.read' },
        schema: {
          tags: ['Health'],
          operationId: 'getHealth',
          summary: 'Say what is well and what is not',
          response: { 200: z.object({ data: z.array(healthCheckSchema) }) },
        },
      },
      async ({ principal }) => ({
        data: (await health.report(principal.storeIds)).map((check) => ({ ...check, values: { ...check.values } })),
      }),
    );
  };
}
