import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@regulars/server/foundation/embedded-postgres/start-embedded-postgres.ts';
import { migrate } from '@regulars/server/foundation/database/migrate.ts';

export interface BenchDatabase {
  readonly connectionString: string;
  readonly dataDir: string;
  stop(): Promise<void>;
}

/** A fresh, durable Postgres: the embedded one unless REGULARS_BENCH_DATABASE_URL names another. */
export async function startBenchDatabase(): Promise<BenchDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'regulars-bench-'));
  const configured = process.env['REGULARS_BENCH_DATABASE_URL'];
  const postgres = configured === undefined ? await startEmbeddedPostgres({ dataDir, log: () => undefined }) : null;
  const connectionString = configured ?? postgres?.connectionString ?? '';
  await migrate(connectionString);
  return {
    connectionString,
    dataDir,
    stop: async () => {
      await postgres?.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
