import type { Logger } from 'pino';
import type { AdapterContext, MailAdapter, PlatformAdapter } from '@regulars/adapter-contracts';
import { loadOwnAdapters, registerAdapters, toRegistry } from './adapters.ts';
import type { Config } from './config.ts';
import type { AdapterPackage } from './foundation/adapter-packages/adapter-package.ts';
import { armCrashPoint } from './foundation/crash-points.ts';
import type { ShiftedClock } from './foundation/database/clock.ts';
import { createConnectionPool } from './foundation/database/connection-pool.ts';
import { createDatabase, type Database } from './foundation/database/database.ts';
import { createEgress } from './foundation/egress/create-egress.ts';
import { claimInstanceKind, type InstanceKind } from './foundation/database/instance-kind.ts';
import { nameStatement } from './foundation/database/name-statement.ts';
import { migrate } from './foundation/database/migrate.ts';
import { startEmbeddedPostgres } from './foundation/embedded-postgres/start-embedded-postgres.ts';
import type { Nudges } from './foundation/nudges/nudges.ts';
import { createPostgresNudges } from './foundation/nudges/postgres-nudges.ts';
import { checkRedisPolicy, createRedisNudges } from './foundation/nudges/redis-nudges.ts';
import type { KeyRing } from './foundation/secrets/key-ring.ts';
import { loadKeyRing } from './foundation/secrets/load-key-ring.ts';
import { createSealer, type Sealer } from './foundation/secrets/seal.ts';
import { createDirectory } from './stores/directory.ts';
import type { AdapterRegistry, Directory } from './stores/door.ts';

/** What every room stands on. */
export interface Foundation {
  readonly kind: InstanceKind;
  readonly config: Config;
  readonly log: Logger;
  readonly connectionString: string;
  readonly database: Database;
  readonly directory: Directory;
  readonly keyRing: KeyRing;
  readonly sealer: Sealer;
  readonly adapters: AdapterRegistry;
  /** The packages with adapters of the agency's own. */
  readonly adapterPackages: readonly AdapterPackage[];
  readonly adapterContext: AdapterContext;
  readonly nudges: Nudges;
  close(): Promise<void>;
}

export interface FoundationOptions {
  readonly config: Config;
  readonly log: Logger;
  /** Mail adapters that live in the server itself; they are given the database. */
  readonly builtInMail: (database: Database) => readonly MailAdapter[];
  /** Makes it the ground of a demo, which refuses the database of a real instance; without it the other way round. */
  readonly demo?: DemoOptions;
}

/** What only a demo stands on. */
export interface DemoOptions {
  readonly clock: ShiftedClock;
  readonly platformAdapters: (database: Database) => readonly PlatformAdapter[];
}

const providerTimeoutMs = 30_000;

const demoSettings = {
  // What is invented may be lost in a power cut, by a moment; waiting for the disk would be most of filling a demo.
  synchronous_commit: 'off',
  // A prepared statement is planned once, instead of five times before Postgres trusts a plan.
  plan_cache_mode: 'force_generic_plan',
  // While the clock is moved one transaction looks on at what all lanes do, however long that takes (`settle`).
  idle_in_transaction_session_timeout: '0',
};

/** Opens the database (starting the embedded one when none is configured), brings it up to date, and reaches for Redis. */
export async function composeFoundation({ config, log, builtInMail, demo }: FoundationOptions): Promise<Foundation> {
  armCrashPoint(config.crashAt);
  // Nothing leaves a demo: there is no adapter by which it could.
  const adapterPackages = demo === undefined ? await loadOwnAdapters(config) : [];
  for (const { name, version, platformAdapters, mailAdapters } of adapterPackages) {
    const adapterIds = [...platformAdapters, ...mailAdapters].map(({ id }) => id);
    log.info({ package: name, version, adapterIds }, 'adapters of an own package loaded');
  }
  if (config.redisUrl !== null) await checkRedisPolicy(config.redisUrl);
  const embedded =
    config.databaseUrl === null
      ? await startEmbeddedPostgres({ dataDir: config.dataDir, log: (message) => log.info(message) })
      : null;
  const connectionString = config.databaseUrl ?? embedded?.connectionString ?? '';
  try {
    await migrate(connectionString);
    const keyRing = await loadKeyRing(config.secretKeys, config.dataDir);
    const pool = createConnectionPool({
      connectionString,
      maxConnections: config.databasePoolSize,
      settings: demo === undefined ? {} : demoSettings,
    });
    const database = createDatabase(demo === undefined ? { pool } : { pool, clock: demo.clock, nameStatement });
    const kind: InstanceKind = demo === undefined ? 'real' : 'demo';
    await claimInstanceKind(database, kind).catch(async (error: unknown) => {
      await database.close();
      throw error;
    });
    const sealer = createSealer(keyRing);
    const egress = createEgress({ opened: config.openedNetworks });
    const nudges =
      config.redisUrl === null ? createPostgresNudges(connectionString, log) : createRedisNudges(config.redisUrl, log);
    return {
      kind,
      config,
      log,
      connectionString,
      database,
      directory: createDirectory(database, sealer),
      keyRing,
      sealer,
      adapters:
        demo === undefined
          ? registerAdapters(adapterPackages, { mail: builtInMail(database) })
          : toRegistry(demo.platformAdapters(database), builtInMail(database)),
      adapterPackages,
      adapterContext: {
        timeoutMs: providerTimeoutMs,
        allowPrivateNetwork: config.openedNetworks.length > 0,
        fetch: egress.fetch,
        download: egress.download,
        openSocket: egress.openSocket,
        log: ({ code, message }) => log.info({ code }, message),
      },
      nudges,
      close: async () => {
        await nudges.close();
        await egress.close();
        await database.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}
