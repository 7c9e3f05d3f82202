import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

import { programEnvironment } from '@regulars/server/test-support/program-environment.ts';

export interface ServerProcess {
  /** All it has printed so far. */
  output(): string;
  hasEnded(): boolean;
  stop(): Promise<void>;
}

const stopLimitMs = 15_000;

/** Runs one of the server's programs from its sources, with nothing in its environment but what is given. */
export function runServer(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ServerProcess {
  const server = spawn(process.execPath, ['--conditions=source', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...programEnvironment(), LOG_LEVEL: 'warn', ...environment },
  });
  let printed = '';
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  return {
    output: () => printed,
    hasEnded: () => server.exitCode !== null || server.signalCode !== null,
    stop: () => stopProcess(server),
  };
}

async function stopProcess(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exited = once(server, 'exit');
  server.kill('SIGTERM');
  const timer = setTimeout(() => server.kill('SIGKILL'), stopLimitMs);
  await exited;
  clearTimeout(timer);
}

export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
