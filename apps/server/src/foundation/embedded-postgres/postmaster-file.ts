import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

/** What a running PostgreSQL says of itself in `postmaster.pid`. */
export type Postmaster = {
  readonly pid: number;
  readonly port: number;
  /** Whether its Unix socket stands in the cluster's folder. */
  readonly hasSocket: boolean;
  readonly isReady: boolean;
};

/** Reads `postmaster.pid`; null when no PostgreSQL lives on this cluster. */
export function findPostmaster(clusterDir: string): Postmaster | null {
  const file = path.join(clusterDir, 'postmaster.pid');
  const lines = readLines(file);
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (!isAlive(pid)) return null;
  if (isSomethingElse(pid)) {
    // After a crash the number may have gone to another program; PostgreSQL would refuse to start because of it.
    rmSync(file, { force: true });
    return null;
  }
  return { pid, port: Number(lines[3]), hasSocket: Boolean(lines[4]?.trim()), isReady: lines[7]?.trim() === 'ready' };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** True only when Linux says for certain that this process is no PostgreSQL. */
function isSomethingElse(pid: number): boolean {
  const name = readLines(`/proc/${pid}/comm`)[0];
  return name !== undefined && name !== '' && name !== 'postgres';
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
