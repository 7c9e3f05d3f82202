import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';

import { programPath, type PostgresBinaries } from './binaries.ts';
import { canHoldSocket } from './can-hold-socket.ts';
import type { ClusterPaths } from './cluster-paths.ts';
import type { ProcessIdentity } from './process-identity.ts';
import { spawnInCluster } from './spawn-in-cluster.ts';

const logLimitBytes = 5_000_000;

/** A PostgreSQL that was launched, and may have given up since. */
export type Launch = { hasExited(): boolean };

/**
 * Launches PostgreSQL in a session of its own, so that a Ctrl-C meant for us does not reach it before we are done
 * with it. Every setting that durability rests on is written out.
 */
export async function launchPostmaster(
  paths: ClusterPaths,
  binaries: PostgresBinaries,
  identity: ProcessIdentity,
): Promise<Launch> {
  const settings = {
    port: await findFreePort(),
    listen_addresses: '127.0.0.1',
    max_connections: 200,
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // A failing statement or the detail of a broken constraint may hold an e-mail address: neither is logged.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  };
  const log = openSync(paths.log, isLogFull(paths.log) ? 'w' : 'a', 0o600);
  const child = spawnInCluster({
    program: programPath(binaries, 'postgres'),
    arguments: (folder) => [
      '-D',
      folder,
      ...toOptions({ ...settings, unix_socket_directories: canHoldSocket(paths.cluster) ? folder : '' }),
    ],
    folder: paths.cluster,
    identity,
    output: log,
    detached: true,
  });
  closeSync(log);
  let ended = false;
  const noteEnd = () => {
    ended = true;
  };
  child.once('exit', noteEnd);
  child.once('error', noteEnd);
  child.unref();
  return { hasExited: () => ended };
}

function toOptions(settings: Readonly<Record<string, string | number>>): readonly string[] {
  return Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
}

/** The last lines PostgreSQL logged, for an error message. */
export function lastLogLines(paths: ClusterPaths): string {
  return existsSync(paths.log) ? readFileSync(paths.log, 'utf8').trimEnd().split('\n').slice(-8).join('\n') : '';
}

function isLogFull(file: string): boolean {
  return existsSync(file) && statSync(file).size > logLimitBytes;
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
