import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import type { Principal } from '../foundation/http/index.ts';

const loopbackAddresses = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const loopbackNames = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

/** A demo is a process on the instance's own machine: it is offered where newcomers are, on the embedded default. */
export function canHostDemo({ databaseUrl, host, role }: Pick<Config, 'databaseUrl' | 'host' | 'role'>): boolean {
  return databaseUrl === null && role === 'all' && loopbackNames.has(host);
}

/** Whether the request comes from a browser on this machine that was given this machine's name, and by no proxy. */
export function isFromThisMachine(request: FastifyRequest): boolean {
  return (
    loopbackAddresses.has(request.socket.remoteAddress ?? '') &&
    request.headers['x-forwarded-for'] === undefined &&
    // A foreign page whose name was made to point here has another one (DNS rebinding).
    loopbackNames.has(new URL(`http://${request.host}`).hostname)
  );
}

/** Before there is an owner whoever sits at the machine; afterwards people who may make stores. */
export function mayLaunch(principal: Principal | null, hasOwner: boolean): boolean {
  return hasOwner ? principal?.kind === 'person' && principal.actions.has('stores.write') : true;
}
