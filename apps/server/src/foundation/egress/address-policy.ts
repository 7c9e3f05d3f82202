import ipaddr from 'ipaddr.js';
import type { Network } from './private-networks.ts';
import { isPublicAddress, readAddress } from './read-address.ts';

/** By what, and at which port, an address is to be called. */
export interface Route {
  readonly protocol: 'https' | 'http' | 'mail';
  readonly port: number;
}

export type Refusal = 'privateNetwork' | 'plainHttp' | 'port';

/** Why an address may not be called by a route; null where it may. */
export type AddressPolicy = (address: string, route: Route) => Refusal | null;

const publicPorts: Readonly<Record<Route['protocol'], readonly number[]>> = {
  https: [443, 8443],
  http: [80],
  // To hand mail over, and to read what came back.
  mail: [25, 465, 587, 2525, 143, 993],
};

/**
 * The public Internet by https and to mail servers, at their usual ports; and all of those networks that the operator
 * opens, by plain http too.
 */
export function createAddressPolicy(opened: readonly Network[]): AddressPolicy {
  const ranges = opened.map((network) => ipaddr.parseCIDR(network));
  return (text, { protocol, port }) => {
    const address = readAddress(text);
    if (address === null) return 'privateNetwork';
    const isOpened = ranges.some(
      ([network, prefix]) => network.kind() === address.kind() && address.match(network, prefix),
    );
    if (isOpened) return null;
    if (!isPublicAddress(address)) return 'privateNetwork';
    if (protocol === 'http') return 'plainHttp';
    return publicPorts[protocol].includes(port) ? null : 'port';
  };
}
