import type { LookupFunction } from 'node:net';
import type { LookupAddress, LookupOptions } from 'node:dns';
import type { AddressPolicy, Route } from './address-policy.ts';
import { toForbiddenAddress } from './egress-error.ts';

/** Asks for all addresses of a name; Node's `dns.lookup` is one. */
export type Resolve = (
  hostname: string,
  options: LookupOptions & { readonly all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * A `lookup` that tells a socket only addresses that may be called. The socket connects to one of these and asks no
 * second time, so a name that changes its address between check and use gains nothing.
 */
export function createGuardedLookup(resolve: Resolve, policy: AddressPolicy, route: Route): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return done(error, []);
      const allowed = addresses.filter(({ address }) => policy(address, route) === null);
      const [first] = allowed;
      if (first === undefined) return done(toLookupError(addresses, policy, route), []);
      return options.all === true ? done(null, allowed) : done(null, first.address, first.family);
    });
  };
}

function toLookupError(addresses: readonly LookupAddress[], policy: AddressPolicy, route: Route): Error {
  const [first] = addresses;
  const refusal = first === undefined ? null : policy(first.address, route);
  if (refusal !== null) return toForbiddenAddress(refusal);
  return Object.assign(new Error('The name has no address.'), { code: 'ENOTFOUND' });
}
