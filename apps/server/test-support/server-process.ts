import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

import { programEnvironment } from './program-environment.ts';

const program = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const startLimitMs = 60_000;

export interface ServerProcess {
  readonly url: string;
  /** The signal that ended it; null while it runs or when it ended by itself. */
  deathSignal(): string | null;
  stop(): Promise<void>;
}

/** Starts the real server program and waits until it is ready, or has died on the way. */
export async function startServerProcess(environment: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const port = environment['PORT'] ?? String(await findFreePort());
  const child = spawn(process.execPath, ['--conditions=source', program], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...programEnvironment(),
      LOG_LEVEL: 'error',
      ...environment,
      PORT: port,
    },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const url = `http://127.0.0.1:${port}`;
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const isWorker = environment['REGULARS_ROLE'] === 'worker';
  const deadline = performance.now() + startLimitMs;
  for (;;) {
    if (hasEnded()) {
      if (child.signalCode === 'SIGKILL') break;
      throw new Error(`The server ended before it was ready:\n${printed}`);
    }
    // The welcome is printed last; a worker listens nowhere.
    if (printed.includes('Regulars ') && (isWorker || (await isReady(url)))) break;
    if (performance.now() > deadline) throw new Error(`The server did not get ready:\n${printed}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return {
    url,
    deathSignal: () => child.signalCode,
    stop: async () => {
      if (hasEnded()) return;
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    },
  };
}

async function isReady(url: string): Promise<boolean> {
  return await fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
