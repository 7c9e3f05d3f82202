import type { Socket } from 'node:net';
import { connect as connectTls, type ConnectionOptions } from 'node:tls';
import type { ImapFlowOptions } from 'imapflow';

type Transport = NonNullable<ImapFlowOptions['transport']>;

/** Lets imapflow speak over a socket that the host has opened, and so has looked at the address of. */
export function createImapTransport(socket: Socket): Transport {
  const secure = (servername: string | undefined, tls: ConnectionOptions | undefined, onSecure: () => void) =>
    connectTls({ ...tls, socket, ...(servername === undefined ? {} : { servername }) }, onSecure);
  return {
    connect({ servername, tls, secure: isSecure }, onConnect) {
      if (isSecure) return secure(servername, tls, onConnect);
      setImmediate(onConnect);
      return socket;
    },
    upgrade: (_socket, { servername, tls }, onSecure) => secure(servername, tls, onSecure),
  };
}
