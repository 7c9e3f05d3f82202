import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

import { Redis } from 'ioredis';

import { findRedisServer } from './find-redis-server.ts';

const startLimitMs = 20_000;

/** A Redis of our own. */
export type RedisServer = { readonly redisUrl: string; stop(): Promise<void> };

/** A Redis of our own on a free port, with nothing kept on disk, that never evicts. */
export async function startRedisServer(options: { readonly dataDir: string }): Promise<RedisServer> {
  const server = await findRedisServer();
  const port = await findFreePort();
  const settings = {
    port,
    bind: '127.0.0.1',
    dir: options.dataDir,
    save: '',
    appendonly: 'no',
    databases: 512,
    'maxmemory-policy': 'noeviction',
  };
  const child = spawn(
    server.path,
    Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...server.env } },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  process.once('exit', () => child.kill('SIGKILL'));
  const redisUrl = `redis://127.0.0.1:${port}`;
  if (!(await answers(redisUrl, child))) throw new Error(`The test Redis (${server.path}) did not start:\n${said}`);
  return { redisUrl, stop: () => stop(child) };
}

async function answers(redisUrl: string, child: ChildProcess): Promise<boolean> {
  const deadline = performance.now() + startLimitMs;
  while (child.exitCode === null && performance.now() < deadline) {
    const redis = new Redis(redisUrl, { lazyConnect: true, retryStrategy: () => null });
    redis.on('error', () => {});
    const isAnswering = await redis.ping().then(
      () => true,
      () => false,
    );
    redis.disconnect();
    if (isAnswering) return true;
    await delay(50);
  }
  return false;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
