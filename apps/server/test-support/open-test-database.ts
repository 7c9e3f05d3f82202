import { createConnectionPool } from '../src/foundation/database/connection-pool.ts';
import type { ShiftedClock } from '../src/foundation/database/clock.ts';
import { createDatabase, type Database } from '../src/foundation/database/database.ts';
import { createTestDatabase } from './create-test-database.ts';

export interface OpenTestDatabase {
  readonly database: Database;
  readonly databaseUrl: string;
  /** Moves time for everything that is due: `clock.shiftMs += dayMs`. */
  readonly clock: ShiftedClock;
  close(): Promise<void>;
}

/**
 * An empty, migrated database of one's own, opened as the application opens it.
 *
 * @example
 * const { database, clock, close } = await openTestDatabase();
 * afterAll(close);
 */
export async function openTestDatabase(): Promise<OpenTestDatabase> {
  const { databaseUrl, drop } = await createTestDatabase();
  const clock: ShiftedClock = { shiftMs: 0 };
  const database = createDatabase({
    pool: createConnectionPool({ connectionString: databaseUrl, maxConnections: 8 }),
    clock,
  });
  return {
    database,
    databaseUrl,
    clock,
    close: async () => {
      await database.close();
      await drop();
    },
  };
}
