import { createHash } from 'node:crypto';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Database } from '../../foundation/database/database.ts';
import { problem } from '../../foundation/errors/index.ts';
import { requestErrors } from '../../foundation/http/index.ts';
import type { Sealer } from '../../foundation/secrets/seal.ts';
import { claimKey, keepAnswer, releaseKey, type WriteRequest } from './repository.ts';
import { toContext } from './to-context.ts';

export interface RepeatSafelyDeps {
  readonly database: Database;
  readonly sealer: Sealer;
}

interface KeptAnswer {
  readonly contentType: string;
  readonly body: string;
}

const keyForm = /^[\x21-\x7e]{1,255}$/;
const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Honours `Idempotency-Key` on every write of this context: the same request again gets the first one's answer for 48
 * hours, marked `Idempotent-Replayed: true`. An answer of 500 or more is not kept, so that a retry really tries again.
 * (draft-ietf-httpapi-idempotency-key-header-07; Stripe's API for the comparison of parameters.)
 */
export function repeatSafely(app: FastifyInstance, deps: RepeatSafelyDeps): void {
  const claims = new WeakMap<FastifyRequest, WriteRequest>();

  app.addHook('preHandler', async (request, reply) => {
    const key = request.headers['idempotency-key'];
    if (key === undefined || reading.has(request.method)) return;
    if (typeof key !== 'string' || !keyForm.test(key)) {
      throw problem(requestErrors, 'idempotency.key_invalid', 'Send 1 to 255 printable ASCII characters, e.g. a UUID.');
    }
    const write = toWriteRequest(request, key);
    const claim = await deps.database.withDirectory((tx) => claimKey(tx, write));
    if (claim.kind === 'different') throw problem(requestErrors, 'idempotency.key_reused');
    if (claim.kind === 'running') throw problem(requestErrors, 'idempotency.in_progress');
    if (claim.kind === 'first') {
      claims.set(request, write);
      return;
    }
    const kept = JSON.parse(deps.sealer.open(claim.responseSealed, toContext(write))) as KeptAnswer;
    return replay(reply, claim.status, kept);
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const write = claims.get(request);
    if (write === undefined) return payload;
    if (reply.statusCode >= 500 || (typeof payload !== 'string' && payload !== null && payload !== undefined)) {
      await deps.database.withDirectory((tx) => releaseKey(tx, write));
      return payload;
    }
    const kept: KeptAnswer = {
      contentType: String(reply.getHeader('content-type') ?? ''),
      body: typeof payload === 'string' ? payload : '',
    };
    const responseSealed = deps.sealer.seal(JSON.stringify(kept), toContext(write));
    await deps.database.withDirectory((tx) => keepAnswer(tx, write, { status: reply.statusCode, responseSealed }));
    return payload;
  });
}

function toWriteRequest(request: FastifyRequest, key: string): WriteRequest {
  const asked = JSON.stringify([request.method, request.url, request.body ?? null]);
  return {
    principal: `${request.principal.kind}:${request.principal.id}`,
    key,
    route: `${request.method} ${request.routeOptions.url ?? ''}`,
    requestHash: createHash('sha256').update(asked).digest(),
  };
}

function replay(reply: FastifyReply, status: number, { contentType, body }: KeptAnswer): FastifyReply {
  void reply.code(status).header('idempotent-replayed', 'true');
  if (contentType !== '') void reply.type(contentType);
  return reply.serializer((text: string) => text).send(body);
}
