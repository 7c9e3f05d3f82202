import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';

import { problem } from '../foundation/errors/index.ts';
import { requestErrors, type Principal } from '../foundation/http/index.ts';

const windowMs = 60_000;
const principalMax = 6_000;
const strangerMax = 600;

/**
 * Counts requests per principal, else per address, and tells it in `RateLimit-*` headers. Each process counts for itself.
 */
export async function addRateLimits(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, {
    global: true,
    timeWindow: windowMs,
    max: (request) => (findPrincipal(request) === undefined ? strangerMax : principalMax),
    keyGenerator: (request) => findPrincipal(request)?.id ?? request.ip,
    enableDraftSpec: true,
    errorResponseBuilder: (_request, { ttl }) =>
      problem(requestErrors, 'request.too_many', `Wait ${Math.ceil(ttl / 1_000)} seconds.`),
  });
}

function findPrincipal(request: FastifyRequest): Principal | undefined {
  return request.principal;
}
