import { pino } from 'pino';
import type { FastifyInstance } from 'fastify';

import { createPeopleAuth } from '../src/access/door.ts';
import { builtInMail } from '../src/built-in-mail.ts';
import { composeFoundation, type Foundation } from '../src/compose-foundation.ts';
import { composeRooms, type Rooms } from '../src/compose-rooms.ts';
import { readConfig } from '../src/config.ts';
import { createHttpApp } from '../src/http/create-http-app.ts';
import { createTestDatabase } from './create-test-database.ts';
import { testPublicUrl } from './create-test-http-app.ts';

export interface WholeInstance {
  readonly app: FastifyInstance;
  readonly foundation: Foundation;
  readonly rooms: Rooms;
  close(): Promise<void>;
}

/** The whole HTTP side as `serve` puts it together, on a database of its own; without a socket, and with no lane running. */
export async function openWholeInstance(): Promise<WholeInstance> {
  const testDatabase = await createTestDatabase();
  const config = readConfig({
    DATABASE_URL: testDatabase.databaseUrl,
    REGULARS_PUBLIC_URL: testPublicUrl,
    REGULARS_SECRET_KEYS: `test:${Buffer.alloc(32, 1).toString('base64')}`,
    DATABASE_POOL_SIZE: '4',
  });
  const foundation = await composeFoundation({ config, log: pino({ level: 'silent' }), builtInMail });
  const { database, sealer, directory, log } = foundation;
  const rooms = composeRooms(foundation, { countAcceptance: () => undefined });
  const people = createPeopleAuth({
    connectionString: testDatabase.databaseUrl,
    publicUrl: testPublicUrl,
    secret: 'test '.repeat(10),
  });
  const app = await createHttpApp({
    publicUrl: testPublicUrl,
    kind: 'real',
    version: '0.0.0-test',
    trustedProxies: 0,
    dashboardFolder: null,
    logger: log,
    database,
    sealer,
    directory,
    auth: people.auth,
    health: { readiness: async () => [], report: async () => [] },
    metrics: { contentType: 'text/plain', metrics: async () => '' },
    apiRoutes: rooms.apiRoutes,
    publicRoutes: rooms.publicRoutes,
    fastRoutes: rooms.fastRoutes,
  });
  return {
    app,
    foundation,
    rooms,
    close: async () => {
      await app.close();
      await rooms.close();
      await people.close();
      await foundation.close();
      await testDatabase.drop();
    },
  };
}
