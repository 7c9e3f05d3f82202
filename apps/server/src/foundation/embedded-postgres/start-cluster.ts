import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

import type { PostgresBinaries } from './binaries.ts';
import { clusterHome, clusterPaths, type ClusterPaths } from './cluster-paths.ts';
import { joinUsers } from './cluster-users.ts';
import { connects, ensureDatabase } from './connection-check.ts';
import { createCluster, superuser } from './create-cluster.ts';
import { lastLogLines, launchPostmaster, type Launch } from './launch-postmaster.ts';
import { findPostmaster, type Postmaster } from './postmaster-file.ts';
import type { ProcessIdentity } from './process-identity.ts';
import { stopPostmaster, stopPostmasterNow } from './stop-postmaster.ts';

const startLimitMs = 60_000;
const launchAttempts = 3;

export type RunningCluster = {
  /** For the database `regulars`, as its owner. */
  readonly connectionString: string;
  /** False when it ran already and we only joined. */
  readonly startedHere: boolean;
  /** Leaves the cluster; turns PostgreSQL off when nobody else uses it. */
  stop(): Promise<void>;
};

export type ClusterOptions = {
  readonly dataDir: string;
  readonly binaries: PostgresBinaries;
  readonly identity: ProcessIdentity;
  readonly log: (message: string) => void;
};

/**
 * Makes sure that PostgreSQL runs on `<dataDir>/postgres`: joins the one that is running, else starts it, making the
 * cluster first when there is none. PostgreSQL's own `postmaster.pid` decides between two that start at once.
 */
export async function startCluster({ dataDir, binaries, identity, log }: ClusterOptions): Promise<RunningCluster> {
  const home = clusterHome(dataDir);
  await createCluster(home, binaries, identity);
  const paths = clusterPaths(home);
  const user = joinUsers(paths.users);
  const onExit = () => {
    if (user.leave().wasLast) stopPostmasterNow(paths, binaries);
  };
  process.once('exit', onExit);
  const stop = async () => {
    process.off('exit', onExit);
    if (user.leave().wasLast) await stopPostmaster(paths, binaries);
  };
  try {
    const { connectionString, startedHere } = await joinOrLaunch(paths, binaries, identity);
    log(startedHere ? 'PostgreSQL started' : 'joined the PostgreSQL that is running already');
    return { connectionString, startedHere, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function joinOrLaunch(
  paths: ClusterPaths,
  binaries: PostgresBinaries,
  identity: ProcessIdentity,
): Promise<Pick<RunningCluster, 'connectionString' | 'startedHere'>> {
  const deadline = performance.now() + startLimitMs;
  let launch: Launch | null = null;
  let launches = 0;
  while (performance.now() < deadline) {
    const postmaster = findPostmaster(paths.cluster);
    if (postmaster?.isReady) {
      const connectionString = await tryConnection(paths, postmaster);
      if (connectionString !== null) return { connectionString, startedHere: launch !== null && !launch.hasExited() };
    }
    if (postmaster === null && (launch === null || launch.hasExited())) {
      if (launches === launchAttempts) break;
      launches += 1;
      launch = await launchPostmaster(paths, binaries, identity);
    }
    await delay(20);
  }
  throw new Error(`PostgreSQL did not start on ${paths.cluster}. It last said:\n${lastLogLines(paths)}`);
}

/** The connection string once it answers and was not on its way out; null to try again. */
async function tryConnection(paths: ClusterPaths, { port, hasSocket }: Postmaster): Promise<string | null> {
  const password = readFileSync(paths.password, 'utf8').trim();
  // The parameter wins over the host in front of it: by the socket a round trip takes half the time.
  const bySocket = hasSocket ? `?host=${encodeURIComponent(paths.cluster)}` : '';
  const database = (name: string) => `postgres://${superuser}:${password}@127.0.0.1:${port}/${name}${bySocket}`;
  if (!(await connects(database('postgres')))) return null;
  await ensureDatabase(database('postgres'), 'regulars');
  const isStillReady = findPostmaster(paths.cluster)?.isReady ?? false;
  return isStillReady ? database('regulars') : null;
}
