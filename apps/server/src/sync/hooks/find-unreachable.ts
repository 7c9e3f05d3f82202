import { isPublicAddress, readAddress } from '../../foundation/egress/read-address.ts';

const privateNames = /^[^.]+$|(^|\.)(localhost|local|internal|lan|home\.arpa)$/;

/**
 * Why no platform can deliver to this server, in words for whoever runs it; null where it may be reached.
 *
 * @param hookUrl - under the address the server says it has.
 */
export function findUnreachable(hookUrl: string): string | null {
  const { hostname, origin } = new URL(hookUrl);
  const address = readAddress(hostname);
  const isPrivate = address === null ? privateNames.test(hostname) : !isPublicAddress(address);
  return isPrivate
    ? `The shop cannot deliver to ${origin}, which is reached from this network only: set REGULARS_PUBLIC_URL to the address this server has on the internet.`
    : null;
}
