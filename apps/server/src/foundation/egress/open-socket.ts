import { connect, isIP, type Socket } from 'node:net';
import type { SocketTarget } from '@regulars/adapter-contracts';
import type { AddressPolicy, Route } from './address-policy.ts';
import { EgressError, toEgressError, toForbiddenAddress } from './egress-error.ts';
import { createGuardedLookup, type Resolve } from './guarded-lookup.ts';

/**
 * Connects to a mail server that may be called.
 *
 * @throws ForbiddenAddressError where it may not; EgressError when no connection came about in time.
 */
export function openSocket(policy: AddressPolicy, resolve: Resolve, target: SocketTarget): Promise<Socket> {
  const { host, port, timeoutMs } = target;
  const route: Route = { protocol: 'mail', port };
  return new Promise((done, fail) => {
    const refusal = isIP(host) === 0 ? null : policy(host, route);
    if (refusal !== null) {
      fail(toForbiddenAddress(refusal));
      return;
    }
    const socket = connect({ host, port, lookup: createGuardedLookup(resolve, policy, route) });
    const timer = setTimeout(() => socket.destroy(new EgressError('ETIMEDOUT')), timeoutMs);
    socket.once('error', (error) => {
      clearTimeout(timer);
      fail(toEgressError(error));
    });
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.removeAllListeners('error');
      done(socket);
    });
  });
}
