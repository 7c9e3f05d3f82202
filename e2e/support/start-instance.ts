import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { startTestPostgres } from '@regulars/server/test-support/start-test-postgres.ts';
import { startTestRedis } from '@regulars/server/test-support/start-test-redis.ts';

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
const stopLimitMs = 15_000;

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
    const { PATH, HOME } = process.env;
    const server = spawn(process.execPath, ['--conditions=source', main], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH,
        HOME,
        PORT: String(port),
        REGULARS_DATA_DIR: dataDir,
        LOG_LEVEL: 'warn',
        ...surroundings,
        ...environment,
      },
    });
    endings.push(() => stopProcess(server));
    let printed = '';
    for (const stream of [server.stdout, server.stderr])
      stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    const url = `http://localhost:${port}`;
    await waitUntilReady(server, url, () => printed);
    return { url, setupLink: /http\S+\/setup\?token=\S+/.exec(printed)?.[0] ?? null, output: () => printed, stop: end };
  } catch (error) {
    await end();
    throw error;
  }
}

async function waitUntilReady(server: ChildProcess, url: string, output: () => string): Promise<void> {
  const deadline = performance.now() + startLimitMs;
  while (performance.now() < deadline) {
    if (server.exitCode !== null || server.signalCode !== null) break;
    // The welcome is printed last, and with it the set-up link.
    const isReady = await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady && output().includes(url)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The server did not get ready. It printed:\n${output()}`);
}

async function stopProcess(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exited = once(server, 'exit');
  server.kill('SIGTERM');
  const timer = setTimeout(() => server.kill('SIGKILL'), stopLimitMs);
  await exited;
  clearTimeout(timer);
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
