import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';

import { problem } from '../foundation/errors/index.ts';
import { requestErrors } from '../foundation/http/index.ts';
import { accessErrors } from './errors.ts';
import { isSameOrigin } from './is-same-origin.ts';
import { clientAddressHeader, type PeopleAuth } from './people-auth.ts';

/** All that is offered of better-auth; its many other endpoints stay closed. */
const offered = ['/sign-in/email', '/sign-out', '/change-password'];

export interface AuthRoutesDeps {
  readonly auth: PeopleAuth;
  readonly publicUrl: string;
}

/** Sign-in, sign-out and change of password under /api/auth. */
export function authRoutes(deps: AuthRoutesDeps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    for (const path of offered) {
      app.route({
        method: 'POST',
        url: `/api/auth${path}`,
        config: { rateLimit: { max: 5, timeWindow: 60_000, hook: 'preHandler', keyGenerator: toLoginKey } },
        handler: (request, reply) => forward(deps, request, reply),
      });
    }
  };
}

/** Guesses are counted per account and address; better-auth counts per address alone, across all processes. */
function toLoginKey(request: FastifyRequest): string {
  const { email } = (request.body ?? {}) as { readonly email?: unknown };
  return `${request.routeOptions.url ?? ''}|${request.ip}|${typeof email === 'string' ? email.trim().toLowerCase() : ''}`;
}

async function forward({ auth, publicUrl }: AuthRoutesDeps, request: FastifyRequest, reply: FastifyReply) {
  if (!isSameOrigin(request, publicUrl)) throw problem(requestErrors, 'request.origin_refused');
  const { origin } = new URL(publicUrl);
  // better-auth compares the origin with its own address; ours was checked above, by the address people really use.
  const headers = new Headers({ 'content-type': 'application/json', origin, [clientAddressHeader]: request.ip });
  for (const name of ['cookie', 'user-agent'] as const) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, value);
  }
  const url = new URL(request.routeOptions.url ?? '', origin);
  const answer = await auth.handler(
    new Request(url, { method: 'POST', headers, body: JSON.stringify(request.body ?? {}) }),
  );
  refuseLike(answer.status);
  for (const cookie of answer.headers.getSetCookie()) void reply.header('set-cookie', cookie);
  // Its body holds the session's token, which belongs into the cookie alone.
  return reply.code(204).send();
}

function refuseLike(status: number): void {
  if (status === 401) throw problem(accessErrors, 'access.sign_in_failed');
  if (status === 429) throw problem(requestErrors, 'request.too_many');
  if (status >= 400 && status < 500) throw problem(accessErrors, 'access.credentials_invalid');
  if (status >= 500) throw new Error(`Sign-in answered ${status}.`);
}
