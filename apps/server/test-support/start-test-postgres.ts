import {
  findBinaries,
  listSystemBinaries,
  type PostgresBinaries,
} from '../src/foundation/embedded-postgres/binaries.ts';
import { clusterHome, clusterPaths } from '../src/foundation/embedded-postgres/cluster-paths.ts';
import { chooseIdentity, type ProcessIdentity } from '../src/foundation/embedded-postgres/process-identity.ts';
import { startCluster } from '../src/foundation/embedded-postgres/start-cluster.ts';
import { runStatement } from './run-statement.ts';

export type TestPostgres = { readonly connectionString: string; stop(): Promise<void> };

/**
 * `embedded`: the PostgreSQL of the embedded default. `scale-out`: the one REGULARS_TEST_DATABASE_URL names, else a
 * server of our own from the system's PostgreSQL, so that an older version is tried as well where there is one, else
 * from the same binaries as the embedded default.
 */
export async function startTestPostgres(options: {
  readonly mode: 'embedded' | 'scale-out';
  readonly dataDir: string;
}): Promise<TestPostgres> {
  const { mode, dataDir } = options;
  const configured = process.env['REGULARS_TEST_DATABASE_URL'];
  if (mode === 'scale-out' && configured) return { connectionString: configured, stop: async () => {} };
  const identity = chooseIdentity(clusterPaths(clusterHome(dataDir)).cluster);
  const cluster = await startCluster({ dataDir, identity, binaries: binariesFor(mode, identity), log: () => {} });
  await spareTheDisk(cluster.connectionString).catch(async (error: unknown) => {
    await cluster.stop();
    throw error;
  });
  return cluster;
}

/** What a test wrote need not survive a power cut; nor does a database that lives for seconds want to be tidied. */
async function spareTheDisk(connectionString: string): Promise<void> {
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit', 'autovacuum'])
    await runStatement(connectionString, `alter system set ${setting} = off`);
  await runStatement(connectionString, 'select pg_reload_conf()');
}

function binariesFor(mode: 'embedded' | 'scale-out', identity: ProcessIdentity): PostgresBinaries {
  const system = mode === 'scale-out' ? listSystemBinaries(identity)[0] : undefined;
  return system ?? findBinaries(identity, null);
}
