import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { problem, type Problem } from '../foundation/errors/index.ts';
import { requestErrors } from '../foundation/http/index.ts';
import { toProblem } from './to-problem.ts';

const retryAfterSeconds = 5;

/** Answers every error as problem+json (RFC 9457), and logs what was not foreseen. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = toProblem(error);
    if (refusal.status >= 500) request.log.error({ error: toLogged(error), code: refusal.code }, 'request failed');
    return sendProblem(request, reply, refusal);
  });
}

/** For addresses where nothing is. */
export function answerNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendProblem(request, reply, problem(requestErrors, 'request.not_found'));
}

function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, title, code, detail, errors }: Problem,
): FastifyReply {
  if (status === 503) void reply.header('retry-after', retryAfterSeconds);
  return reply
    .code(status)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send({ type: `urn:regulars:error:${code}`, title, status, code, detail, errors, requestId: request.id });
}

/** Enough to find the fault. Messages may quote what was sent to us, so addresses in them are blotted out. */
function toLogged(error: Error & { readonly code?: string }) {
  const blot = (text: string) => text.replace(/[^\s@"'<>()]+@[^\s@"'<>()]+/g, '[address]').slice(0, 4_000);
  return { name: error.name, code: error.code, stack: blot(error.stack ?? error.message) };
}
