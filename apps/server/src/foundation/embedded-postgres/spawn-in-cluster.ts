import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';

import type { ProcessIdentity } from './process-identity.ts';

/** The number under which the child finds the folder opened for it. */
const folderDescriptor = 3;

/**
 * Starts one of PostgreSQL's programs on a cluster's folder. When the user it runs as cannot walk there (a data folder
 * below `/root`), we open the folder for it and it goes by `/proc/self/fd/3`, which Linux resolves without walking.
 *
 * @param options.arguments takes the name by which the program knows the folder
 * @throws where that is impossible, saying what to change.
 */
export function spawnInCluster(options: {
  readonly program: string;
  readonly arguments: (folderName: string) => readonly string[];
  readonly folder: string;
  readonly identity: ProcessIdentity;
  readonly output: 'pipe' | number;
  readonly detached: boolean;
}): ChildProcess {
  const { program, folder, identity, output, detached } = options;
  const isReachable = identity.reaches(folder);
  if (!isReachable && process.platform !== 'linux') throw new Error(unreachable(folder));
  const opened = openFolder(folder);
  const name = isReachable ? folder : `/proc/self/fd/${folderDescriptor}`;
  const child = spawn(program, options.arguments(name), {
    ...identity.spawnOptions,
    cwd: path.parse(folder).root,
    detached,
    stdio: ['ignore', output, output, opened ?? 'ignore'],
  });
  if (opened !== null) closeSync(opened);
  return child;
}

/** Windows opens no folders; it needs none of this either. */
function openFolder(folder: string): number | null {
  return process.platform === 'win32' ? null : openSync(folder, 'r');
}

function unreachable(folder: string): string {
  return (
    `PostgreSQL cannot run as root, and the user it runs as cannot reach ${folder}. ` +
    'Set REGULARS_DATA_DIR to a folder that others may walk through, or do not run as root.'
  );
}
