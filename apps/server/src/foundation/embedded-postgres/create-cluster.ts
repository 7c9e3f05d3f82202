import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { programPath, type PostgresBinaries } from './binaries.ts';
import { clusterPaths } from './cluster-paths.ts';
import type { ProcessIdentity } from './process-identity.ts';
import { spawnInCluster } from './spawn-in-cluster.ts';

export const superuser = 'regulars';

/**
 * Makes the cluster when there is none. It is made aside and moved into place whole, so that a start which is cut off
 * leaves nothing half made, and of two that begin at the same moment one simply wins.
 *
 * @throws when initdb fails, with what it said.
 */
export async function createCluster(
  home: string,
  binaries: PostgresBinaries,
  identity: ProcessIdentity,
): Promise<void> {
  if (existsSync(clusterPaths(home).cluster)) return;
  const draft = mkdtempSync(`${home}-draft-`);
  try {
    identity.own(draft);
    await initialize(draft, binaries, identity);
    moveIntoPlace(draft, home);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function initialize(draft: string, binaries: PostgresBinaries, identity: ProcessIdentity): Promise<void> {
  const paths = clusterPaths(draft);
  for (const folder of [paths.cluster, paths.users]) {
    mkdirSync(folder, { mode: 0o700 });
    identity.own(folder);
  }
  writeFileSync(paths.password, randomBytes(24).toString('hex'), { mode: 0o600 });
  identity.own(paths.password);
  const child = spawnInCluster({
    program: programPath(binaries, 'initdb'),
    arguments: (folder) => initdbArguments(folder, binaries.majorVersion),
    folder: paths.cluster,
    identity,
    output: 'pipe',
    detached: false,
  });
  await succeeds(child);
}

function initdbArguments(pgdata: string, majorVersion: number): string[] {
  const locale =
    majorVersion >= 17
      ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
      : [process.platform === 'linux' ? '--locale=C.UTF-8' : '--locale=C'];
  return [
    `--pgdata=${pgdata}`,
    `--pwfile=${pgdata}${path.sep}..${path.sep}password`,
    `--username=${superuser}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--no-instructions',
    ...locale,
  ];
}

function succeeds(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`PostgreSQL could not make its data folder (initdb):\n${said.trim()}`)),
    );
  });
}

function moveIntoPlace(draft: string, home: string): void {
  try {
    renameSync(draft, home);
  } catch (error) {
    if (!existsSync(clusterPaths(home).cluster)) throw error;
  }
}
