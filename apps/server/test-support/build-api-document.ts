import { pino } from 'pino';

import { createPeopleAuth } from '../src/access/door.ts';
import { composeRooms } from '../src/compose-rooms.ts';
import { readConfig } from '../src/config.ts';
import type { Demo } from '../src/demo/demo.ts';
import { demoRoutes } from '../src/demo/routes.ts';
import { createConnectionPool } from '../src/foundation/database/connection-pool.ts';
import { createDatabase } from '../src/foundation/database/database.ts';
import { createSealer } from '../src/foundation/secrets/seal.ts';
import { createHttpApp } from '../src/http/create-http-app.ts';
import { createDirectory } from '../src/stores/directory.ts';

// A demo has a few routes more: the document and the dashboard's types tell of them too.
const unused = () => {
  throw new Error('Routes are only being listed.');
};
const noDemo: Demo = {
  standing: unused,
  stores: () => [],
  start: unused,
  forward: unused,
  runningLanes: () => null,
  stop: unused,
};
const nothingPlaced = unused;
// Port 1 is nobody's: whoever asks the database while routes are only being listed finds out.
const connectionString = 'postgres://nobody@127.0.0.1:1/none';
const nothing = async () => undefined;

/** The whole instance's HTTP side, with what a demo adds to it, put together without a database: enough to list and describe its routes. */
export async function createColdHttpApp() {
  const database = createDatabase({ pool: createConnectionPool({ connectionString, maxConnections: 1 }) });
  const log = pino({ level: 'silent' });
  const keyRing = [{ id: 'cold', key: Buffer.alloc(32) }];
  const sealer = createSealer(keyRing);
  const directory = createDirectory(database, sealer);
  const adapters = {
    platformAdapters: [],
    mailAdapters: [],
    findPlatformAdapter: () => null,
    findMailAdapter: () => null,
  };
  const nudges = { nudge: () => undefined, listen: () => undefined, isRedisReady: () => null, close: nothing };
  const config = readConfig({ REGULARS_PUBLIC_URL: 'http://localhost:3000' });
  const adapterContext = { timeoutMs: 1_000, allowPrivateNetwork: false };
  const foundation = {
    kind: 'real' as const,
    config,
    log,
    connectionString,
    database,
    directory,
    keyRing,
    sealer,
    adapters,
    adapterPackages: [],
    adapterContext,
    nudges,
    close: nothing,
  };
  const rooms = composeRooms(foundation, { countAcceptance: () => undefined });
  return createHttpApp({
    publicUrl: config.publicUrl,
    kind: 'real',
    version: '0.0.0',
    trustedProxies: 0,
    dashboardFolder: null,
    logger: log,
    database,
    sealer,
    directory,
    auth: createPeopleAuth({ connectionString, publicUrl: config.publicUrl, secret: 'cold '.repeat(10) }).auth,
    health: { readiness: async () => [], report: async () => [] },
    metrics: { contentType: 'text/plain', metrics: async () => '' },
    apiRoutes: [...rooms.apiRoutes, demoRoutes({ demo: noDemo, cameFrom: () => null, placeOrder: nothingPlaced })],
    publicRoutes: rooms.publicRoutes,
    fastRoutes: rooms.fastRoutes,
  });
}

/** The OpenAPI document of the whole instance, as text. */
export async function buildApiDocument(): Promise<string> {
  const app = await createColdHttpApp();
  const answer = await app.inject('/api/v1/openapi.json');
  await app.close();
  return answer.body;
}
