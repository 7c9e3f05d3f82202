import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { pino } from 'pino';

import { createPeopleAuth } from '../src/access/door.ts';
import { createConnectionPool } from '../src/foundation/database/connection-pool.ts';
import { createDatabase, type Database } from '../src/foundation/database/database.ts';
import { createSealer } from '../src/foundation/secrets/seal.ts';
import { createHttpApp, type HttpAppDeps } from '../src/http/create-http-app.ts';
import { createDirectory } from '../src/stores/directory.ts';
import { createTestDatabase } from './create-test-database.ts';

export const testPublicUrl = 'http://regulars.test';

export interface TestHttpApp {
  readonly app: FastifyInstance;
  readonly database: Database;
  readonly databaseUrl: string;
  readonly logLines: readonly string[];
  close(): Promise<void>;
}

/** The HTTP side over a database of its own, without a socket; `logLines` collects what it logs. */
export async function createTestHttpApp(
  overrides: Partial<Pick<HttpAppDeps, 'health' | 'dashboardFolder'>> & {
    readonly apiRoutes?: (database: Database) => readonly FastifyPluginAsync[];
    readonly publicRoutes?: readonly FastifyPluginAsync[];
    readonly fastRoutes?: readonly FastifyPluginAsync[];
  } = {},
): Promise<TestHttpApp> {
  const testDatabase = await createTestDatabase();
  const pool = createConnectionPool({ connectionString: testDatabase.databaseUrl, maxConnections: 5 });
  const database = createDatabase({ pool });
  const sealer = createSealer([{ id: 'test', key: Buffer.alloc(32, 1) }]);
  const people = createPeopleAuth({
    connectionString: testDatabase.databaseUrl,
    publicUrl: testPublicUrl,
    secret: 'test '.repeat(10),
  });
  const logLines: string[] = [];
  const app = await createHttpApp({
    publicUrl: testPublicUrl,
    kind: 'real',
    version: '0.0.0-test',
    trustedProxies: 1,
    dashboardFolder: overrides.dashboardFolder ?? null,
    logger: pino({ level: 'info' }, { write: (line: string) => void logLines.push(line) }),
    database,
    sealer,
    directory: createDirectory(database, sealer),
    auth: people.auth,
    health: overrides.health ?? {
      readiness: async () => [{ name: 'database', isReady: true }],
      report: async () => [],
    },
    metrics: { contentType: 'text/plain', metrics: async () => 'regulars_up 1\n' },
    apiRoutes: overrides.apiRoutes?.(database) ?? [],
    publicRoutes: overrides.publicRoutes ?? [],
    fastRoutes: overrides.fastRoutes ?? [],
  });
  return {
    app,
    database,
    databaseUrl: testDatabase.databaseUrl,
    logLines,
    close: async () => {
      await app.close();
      await people.close();
      await database.close();
      await testDatabase.drop();
    },
  };
}
