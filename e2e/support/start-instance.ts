import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { startTestPostgres } from '@regulars/server/test-support/start-test-postgres.ts';
import { startTestRedis } from '@regulars/server/test-support/start-test-redis.ts';

import { findFreePort, runServer, type ServerProcess } from './run-server.ts';

export type Mode = 'embedded' | 'scale-out';

export interface Instance {
  readonly url: string;
  /** Where the first owner is created, as printed; null once there is one. */
  readonly setupLink: string | null;
  /** All it has printed so far. */
  output(): string;
  stop(): Promise<void>;
}

const main = path.resolve(import.meta.dirname, '../../apps/server/src/main.ts');
const startLimitMs = 90_000;

/**
 * Starts the real server process on a free port, with data of its own: on its embedded Postgres, or beside a Postgres
 * and a Redis of its own.
 *
 * @param environment further settings, e.g. REGULARS_CRASH_AT
 */
export async function startInstance({
  mode,
  environment = {},
}: {
  readonly mode: Mode;
  readonly environment?: Readonly<Record<string, string>>;
}): Promise<Instance> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'regulars-e2e-'));
  const endings: (() => Promise<void>)[] = [async () => rmSync(dataDir, { recursive: true, force: true })];
  const end = async () => {
    for (const ending of endings.toReversed()) await ending();
  };
  try {
    const surroundings: Record<string, string> = {};
    if (mode === 'scale-out') {
      const postgres = await startTestPostgres({ mode, dataDir });
      endings.push(postgres.stop);
      const redis = await startTestRedis({ dataDir });
      endings.push(redis.stop);
      Object.assign(surroundings, { DATABASE_URL: postgres.connectionString, REDIS_URL: redis.redisUrl });
    }
    const port = await findFreePort();
    const server = runServer([main], {
      PORT: String(port),
      REGULARS_DATA_DIR: dataDir,
      ...surroundings,
      ...environment,
    });
    endings.push(() => server.stop());
    const url = `http://localhost:${port}`;
    await waitUntilReady(server, url);
    const setupLink = /http\S+\/setup\?token=\S+/.exec(server.output())?.[0] ?? null;
    return { url, setupLink, output: () => server.output(), stop: end };
  } catch (error) {
    await end();
    throw error;
  }
}

async function waitUntilReady(server: ServerProcess, url: string): Promise<void> {
  const deadline = performance.now() + startLimitMs;
  while (performance.now() < deadline) {
    if (server.hasEnded()) break;
    // The welcome is printed last, and with it the set-up link.
    const isReady = await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady && server.output().includes(url)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The server did not get ready. It printed:\n${server.output()}`);
}
