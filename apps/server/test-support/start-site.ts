import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site that counts who connects, whether or not they ask for anything. */
export interface Site {
  readonly port: number;
  readonly connections: number;
  /** Hangs up on all who are connected, so that the next request connects anew. */
  hangUp(): void;
  close(): Promise<void>;
}

/** Starts a site on a free port of one address, or of all that this machine has. */
export async function startSite(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  address = '0.0.0.0',
): Promise<Site> {
  let connections = 0;
  const server = createServer(answer);
  server.on('connection', () => {
    connections += 1;
  });
  server.listen(0, address);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    get connections() {
      return connections;
    },
    hangUp: () => server.closeAllConnections(),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
