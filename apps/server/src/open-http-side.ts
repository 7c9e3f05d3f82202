import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { FastifyPluginAsync } from 'fastify';
import type { PeopleAuth } from './access/door.ts';
import type { Foundation } from './compose-foundation.ts';
import type { Rooms } from './compose-rooms.ts';
import { createHttpApp } from './http/create-http-app.ts';
import type { HealthPort, MetricsPort } from './http/ports.ts';
import { openPeopleAuth } from './open-people-auth.ts';
import { version } from './version.ts';

const builtDashboard = fileURLToPath(new URL('../../dashboard/dist', import.meta.url));

/** What stands beside the rooms' own routes in one kind of instance. */
export interface FurtherRoutes {
  readonly apiRoutes: readonly FastifyPluginAsync[];
  readonly publicRoutes: readonly FastifyPluginAsync[];
}

export interface HttpSideOptions {
  readonly rooms: Rooms;
  readonly health: HealthPort;
  readonly metrics: MetricsPort;
  readonly further: (auth: PeopleAuth) => FurtherRoutes;
}

export interface HttpSide {
  /** Where it listens. */
  readonly address: string;
  close(): Promise<void>;
}

/** Opens the HTTP side of an instance: the API, the pages, the dashboard where it is built. */
export async function openHttpSide(foundation: Foundation, options: HttpSideOptions): Promise<HttpSide> {
  const { config, kind, rooms, health, metrics } = { ...foundation, ...options };
  const people = openPeopleAuth(foundation);
  const further = options.further(people.auth);
  const app = await createHttpApp({
    publicUrl: config.publicUrl,
    kind,
    version,
    trustedProxies: config.trustedProxies,
    dashboardFolder: existsSync(builtDashboard) ? builtDashboard : null,
    logger: foundation.log,
    database: foundation.database,
    sealer: foundation.sealer,
    directory: foundation.directory,
    auth: people.auth,
    health,
    metrics,
    apiRoutes: [...rooms.apiRoutes, ...further.apiRoutes],
    publicRoutes: [...rooms.publicRoutes, ...further.publicRoutes],
    fastRoutes: rooms.fastRoutes,
  });
  await app.listen({ port: config.port, host: config.host });
  const { port } = app.server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}`,
    close: async () => {
      await app.close();
      await people.close();
    },
  };
}
