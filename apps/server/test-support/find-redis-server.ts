import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { unpackDebianPackages } from './unpack-debian-packages.ts';

const unpackedDir = fileURLToPath(new URL('../../../.tools/redis', import.meta.url));

/** A redis-server that was seen to run, and the environment it needs. */
export type RedisServerProgram = { readonly path: string; readonly env: Readonly<Record<string, string>> };

/**
 * The redis-server on PATH, else the distribution's package unpacked into `.tools/redis`; nothing is installed.
 *
 * @throws when there is none to be had, saying what to install: a test is never skipped for lack of it.
 */
export async function findRedisServer(): Promise<RedisServerProgram> {
  const present = findInstalled() ?? findUnpacked();
  if (present !== null) return present;
  const failure = await unpackDebianPackages('redis-server', unpackedDir).then(
    () => null,
    (error: Error) => error.message,
  );
  const unpacked = findUnpacked();
  if (unpacked !== null) return unpacked;
  throw new Error(
    'The scale-out tests need a Redis, and there is none. Install redis-server (for instance: ' +
      'apt-get install redis-server, or brew install redis), or name one in REGULARS_TEST_REDIS_URL.' +
      (failure === null ? '' : `\nUnpacking the distribution's package did not work: ${failure}`),
  );
}

function findInstalled(): RedisServerProgram | null {
  const places = [
    'redis-server',
    '/usr/bin/redis-server',
    '/usr/local/bin/redis-server',
    '/opt/homebrew/bin/redis-server',
  ];
  return places.map((place) => ({ path: place, env: {} })).find(runs) ?? null;
}

function findUnpacked(): RedisServerProgram | null {
  const server = path.join(unpackedDir, 'usr', 'bin', 'redis-server');
  if (!existsSync(server)) return null;
  const program = { path: server, env: { LD_LIBRARY_PATH: libraryDirs().join(':') } };
  return runs(program) ? program : null;
}

function libraryDirs(): string[] {
  return ['usr/lib', 'lib']
    .map((folder) => path.join(unpackedDir, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => [folder, ...readdirSync(folder).map((name) => path.join(folder, name))]);
}

function runs(program: RedisServerProgram): boolean {
  return spawnSync(program.path, ['--version'], { env: { ...process.env, ...program.env } }).status === 0;
}
