import { existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** Everything PostgreSQL owns stands in `<dataDir>/postgres`. */
export type ClusterPaths = {
  readonly home: string;
  readonly cluster: string;
  readonly password: string;
  readonly log: string;
  readonly users: string;
};

export function clusterPaths(home: string): ClusterPaths {
  return {
    home,
    cluster: path.join(home, 'cluster'),
    password: path.join(home, 'password'),
    log: path.join(home, 'postgres.log'),
    users: path.join(home, 'users'),
  };
}

/** `<dataDir>/postgres` in its real place, the data folder being made when it is missing. */
export function clusterHome(dataDir: string): string {
  if (!existsSync(dataDir)) mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  return path.join(realpathSync(dataDir), 'postgres');
}

/** The major version of the PostgreSQL that made the cluster; null when there is none yet. */
export function findClusterVersion(paths: ClusterPaths): number | null {
  const file = path.join(paths.cluster, 'PG_VERSION');
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : null;
}
