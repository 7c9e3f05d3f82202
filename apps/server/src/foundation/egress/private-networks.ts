import ipaddr from 'ipaddr.js';

/** A range of addresses in CIDR form, e.g. `192.168.7.0/24`. */
export type Network = string;

/**
 * What `true` opens: this machine and the usual private ranges. Link-local stays shut, as cloud providers keep the
 * credentials of a machine there.
 */
const usualNetworks: readonly Network[] = [
  '127.0.0.0/8',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '::1/128',
  'fc00::/7',
];

/**
 * Reads which networks the operator opens: `false`, `true`, or ranges and single addresses separated by commas.
 *
 * @returns null when an entry is neither an address nor a range.
 *
 * @example
 * ```ts
 * parsePrivateNetworks('10.1.2.3, 192.168.7.0/24'); // ['10.1.2.3/32', '192.168.7.0/24']
 * ```
 */
export function parsePrivateNetworks(text: string): readonly Network[] | null {
  const entries = text
    .toLowerCase()
    .split(',')
    .map((entry) => entry.trim());
  if (entries.length === 1 && entries[0] === 'false') return [];
  if (entries.length === 1 && entries[0] === 'true') return usualNetworks;
  const networks = entries.map(toNetwork);
  return networks.every((network) => network !== null) ? networks : null;
}

function toNetwork(entry: string): Network | null {
  if (ipaddr.IPv4.isValidCIDRFourPartDecimal(entry) || ipaddr.IPv6.isValidCIDR(entry)) return entry;
  if (ipaddr.IPv4.isValidFourPartDecimal(entry)) return `${entry}/32`;
  return ipaddr.IPv6.isValid(entry) ? `${entry}/128` : null;
}
