import { spawnSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';

import { programPath, type PostgresBinaries } from './binaries.ts';
import type { ClusterPaths } from './cluster-paths.ts';
import { findPostmaster } from './postmaster-file.ts';

const fastStopLimitMs = 30_000;

/** Asks PostgreSQL for a fast, clean stop and waits for it; insists when it does not come. */
export async function stopPostmaster(paths: ClusterPaths, binaries: PostgresBinaries): Promise<void> {
  const pid = stopPostmasterNow(paths, binaries);
  if (pid === null) return;
  const deadline = performance.now() + fastStopLimitMs;
  while (findPostmaster(paths.cluster)?.pid === pid) {
    if (performance.now() > deadline) {
      process.kill(pid, 'SIGQUIT');
      return;
    }
    await delay(20);
  }
}

/** The same without waiting, for the last moment of a process. Returns the process id that was asked to stop. */
export function stopPostmasterNow(paths: ClusterPaths, binaries: PostgresBinaries): number | null {
  const postmaster = findPostmaster(paths.cluster);
  if (postmaster === null) return null;
  if (process.platform === 'win32') {
    // Windows has no SIGINT for another process; killing would skip the clean stop.
    spawnSync(programPath(binaries, 'pg_ctl'), ['stop', '-m', 'fast', '-D', paths.cluster]);
  } else {
    signal(postmaster.pid);
  }
  return postmaster.pid;
}

function signal(pid: number): void {
  try {
    process.kill(pid, 'SIGINT');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
