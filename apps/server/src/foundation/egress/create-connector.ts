import { isIP } from 'node:net';
import { buildConnector } from 'undici';
import type { AddressPolicy, Route } from './address-policy.ts';
import { toForbiddenAddress } from './egress-error.ts';
import { createGuardedLookup, type Resolve } from './guarded-lookup.ts';

interface ConnectorOptions {
  readonly policy: AddressPolicy;
  readonly resolve: Resolve;
  /** The name, the connection and TLS together. */
  readonly connectMs: number;
}

/** How undici opens a socket: to an address that was checked, by name or as it stands in the URL. */
export function createConnector({ policy, resolve, connectMs }: ConnectorOptions): buildConnector.connector {
  return (target, done) => {
    const route = toRoute(target);
    const refusal = isIP(target.hostname) === 0 ? null : policy(target.hostname, route);
    if (refusal !== null) return done(toForbiddenAddress(refusal), null);
    const connect = buildConnector({
      timeout: connectMs,
      allowH2: false,
      lookup: createGuardedLookup(resolve, policy, route),
    });
    return connect(target, done);
  };
}

function toRoute({ protocol, port }: buildConnector.Options): Route {
  const isTls = protocol === 'https:';
  return { protocol: isTls ? 'https' : 'http', port: port === '' ? (isTls ? 443 : 80) : Number(port) };
}
