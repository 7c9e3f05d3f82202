import { authenticate, createSetupLink } from './access/door.ts';
import { hasPeople } from './access/people-repository.ts';
import type { Foundation } from './compose-foundation.ts';
import { composeRooms } from './compose-rooms.ts';
import { createDemoLauncher } from './demo-launch/demo-launcher.ts';
import { demoLaunchRoutes } from './demo-launch/routes.ts';
import { createFirstStore } from './first-store/create-first-store.ts';
import { keepStatisticsFresh, type StatisticsKeeper } from './foundation/database/refresh-statistics.ts';
import { runLanes, type RunningLanes } from './foundation/lanes/run-lanes.ts';
import { createHealth } from './health/health.ts';
import { createMetrics } from './health/metrics.ts';
import { openHttpSide } from './open-http-side.ts';

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
  const health = createHealth({
    database,
    directory,
    lanes: () => lanes,
    wallClockMs: () => Date.now(),
    isRedisReady: () => nudges.isRedisReady(),
  });
  const launcher = createDemoLauncher(log);
  const http =
    config.role === 'worker'
      ? null
      : await openHttpSide(foundation, {
          rooms,
          health,
          metrics,
          further: (auth) => ({
            apiRoutes: [],
            publicRoutes: [
              demoLaunchRoutes({
                launcher,
                config,
                authenticate: (request) => authenticate({ database, auth }, request),
                hasOwner: () => database.withDirectory(hasPeople),
              }),
            ],
          }),
        });
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

  return {
    address: http?.address ?? null,
    setupLink: http === null ? null : await createSetupLink(database, config.publicUrl),
    // First no new requests, then the batches in hand, then the ground they stand on.
    stop: async () => {
      await http?.close();
      await launcher.stop();
      await lanes?.stop();
      await rooms.close();
      await statistics?.stop();
      await foundation.close();
    },
  };
}
