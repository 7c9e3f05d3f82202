import { lookup, type LookupAddress } from 'node:dns';
import { BlockList, connect, isIP, type LookupFunction, type Socket } from 'node:net';

/** Networks that only somebody inside them should reach: loopback, private, link-local, carrier, multicast, reserved. */
const privateNetworks = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  privateNetworks.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  privateNetworks.addSubnet(network, prefix, 'ipv6');
}
const mailPorts = new Set([25, 465, 587, 2525]);

/** Whether an address belongs to a network that is not the public Internet. */
function isPrivateAddress(address: string): boolean {
  return privateNetworks.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/**
 * Connects to a mail server on the public Internet and nowhere else. Addresses are checked as they are connected to, so
 * a name that changes its address between check and use gains nothing.
 */
export function openPublicSocket(
  host: string,
  port: number,
  timeoutMs: number,
  done: (error: Error | null, socket: Socket | null) => void,
): void {
  if (!mailPorts.has(port) || (isIP(host) !== 0 && isPrivateAddress(host))) {
    done(forbiddenHost(), null);
    return;
  }
  const socket = connect({ host, port, lookup: publicLookup, timeout: timeoutMs });
  const fail = (error: Error): void => {
    socket.destroy();
    done(error, null);
  };
  socket.once('error', fail);
  socket.once('timeout', () => fail(Object.assign(new Error('connect timeout'), { code: 'ETIMEDOUT' })));
  socket.once('connect', () => {
    socket.removeAllListeners('error').removeAllListeners('timeout').setTimeout(0);
    done(null, socket);
  });
}

const publicLookup: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error !== null) return done(error, []);
    const found = addresses.filter(({ address }) => !isPrivateAddress(address));
    const [first] = found;
    if (first === undefined) return done(forbiddenHost(), []);
    if (options.all === true) return done(null, found);
    return done(null, first.address, first.family);
  });
};

function forbiddenHost(): NodeJS.ErrnoException {
  return Object.assign(new Error('host is not public'), { code: 'EFORBIDDENHOST' });
}
