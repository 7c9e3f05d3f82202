import { findBinaries } from './binaries.ts';
import { clusterHome, clusterPaths, findClusterVersion } from './cluster-paths.ts';
import { chooseIdentity } from './process-identity.ts';
import { startCluster, type RunningCluster } from './start-cluster.ts';

/**
 * The database of the embedded default: a real PostgreSQL kept in `<dataDir>/postgres`, durable like any other, for one
 * machine. Processes that name the same data folder share it.
 *
 * @throws with advice when no PostgreSQL runs on this machine or the folder cannot be used.
 *
 * @example
 * const postgres = await startEmbeddedPostgres({ dataDir: ".data", log: console.error });
 * try {
 *   await migrate(postgres.connectionString);
 * } finally {
 *   await postgres.stop();
 * }
 */
export async function startEmbeddedPostgres(options: {
  readonly dataDir: string;
  readonly log: (message: string) => void;
}): Promise<RunningCluster> {
  const paths = clusterPaths(clusterHome(options.dataDir));
  const identity = chooseIdentity(paths.cluster);
  const binaries = findBinaries(identity, findClusterVersion(paths));
  return await startCluster({ ...options, identity, binaries });
}
