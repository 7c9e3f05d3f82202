import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { createPeopleAuth, createSetupLink } from './access/door.ts';
import type { Foundation } from './compose-foundation.ts';
import { composeRooms } from './compose-rooms.ts';
import { createFirstStore } from './first-store/create-first-store.ts';
import { keepStatisticsFresh, type StatisticsKeeper } from './foundation/database/refresh-statistics.ts';
import { runLanes, type RunningLanes } from './foundation/lanes/run-lanes.ts';
import { deriveKey } from './foundation/secrets/key-ring.ts';
import { createHealth } from './health/health.ts';
import { createMetrics } from './health/metrics.ts';
import { createHttpApp } from './http/create-http-app.ts';
import { version } from './version.ts';

const builtDashboard = fileURLToPath(new URL('../../dashboard/dist', import.meta.url));

export interface RunningServer {
  /** Where it listens; null for a worker. */
  readonly address: string | null;
  /** The one-time link for the first owner; null when there is one. */
  readonly setupLink: string | null;
  stop(): Promise<void>;
}

/** Runs one process in its role: the HTTP side, the lanes, or both. */
export async function serve(foundation: Foundation): Promise<RunningServer> {
  const { config, database, directory, log, nudges } = foundation;
  const metrics = createMetrics({ database, directory });
  const rooms = composeRooms(foundation, { countAcceptance: metrics.countAcceptance });
  await createFirstStore({ ...foundation, installers: rooms.installers });

  let lanes: RunningLanes | null = null;
  let statistics: StatisticsKeeper | null = null;
  let app: FastifyInstance | null = null;
  const people = createPeopleAuth({
    connectionString: foundation.connectionString,
    publicUrl: config.publicUrl,
    secret: deriveKey(foundation.keyRing, 'people sessions').toString('base64'),
  });
  if (config.role !== 'worker') {
    app = await createHttpApp({
      publicUrl: config.publicUrl,
      version,
      trustProxy: config.trustProxy,
      dashboardFolder: existsSync(builtDashboard) ? builtDashboard : null,
      logger: log,
      database,
      sealer: foundation.sealer,
      directory,
      auth: people.auth,
      health: createHealth({
        database,
        directory,
        lanes: () => lanes,
        wallClockMs: () => Date.now(),
        isRedisReady: () => nudges.isRedisReady(),
      }),
      metrics,
      apiRoutes: rooms.apiRoutes,
      publicRoutes: rooms.publicRoutes,
      fastRoutes: rooms.fastRoutes,
    });
    await app.listen({ port: config.port, host: config.host });
  }
  if (config.role !== 'api') {
    statistics = keepStatisticsFresh(foundation.connectionString);
    lanes = runLanes({
      database,
      storeIds: directory.storeIds,
      lanes: rooms.lanes,
      nudges,
      log,
      pollMs: config.pollMs,
    });
  }

  const port = (app?.server.address() as AddressInfo | undefined)?.port;
  return {
    address: app === null ? null : `http://localhost:${port}`,
    setupLink: app === null ? null : await createSetupLink(database, config.publicUrl),
    // First no new requests, then the batches in hand, then the ground they stand on.
    stop: async () => {
      await app?.close();
      await people.close();
      await lanes?.stop();
      await rooms.close();
      await statistics?.stop();
      await foundation.close();
    },
  };
}
