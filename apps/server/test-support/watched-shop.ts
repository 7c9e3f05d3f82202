import type { sql } from 'kysely';
import type { AdapterContext, PlatformAdapter } from '@regulars/adapter-contracts';
import { pino } from 'pino';
import type { ConnectionId, StoreId } from '@regulars/core/shared';
import type { Database } from '../src/foundation/database/database.ts';
import type { Lane } from '../src/foundation/lanes/lane.ts';
import { createSealer } from '../src/foundation/secrets/seal.ts';
import { addConnection } from '../src/stores/add-connection.ts';
import { createPlatformConnector } from '../src/stores/connect-platform.ts';
import { createDirectory } from '../src/stores/directory.ts';
import { listOrderChecks } from '../src/sync/counts/order-check-repository.ts';
import type { OrderCheck } from '../src/sync/counts/order-check.ts';
import { listHookChecks, type HookCheck } from '../src/sync/hooks/hook-check-repository.ts';
import { createPullLanes } from '../src/sync/pulls/jobs.ts';
import { createPlatformWatch } from '../src/sync/watch-platforms.ts';
import { seedStore } from './seed-store.ts';
import { registryOf } from './test-platform.ts';

export const watchSealer = createSealer([{ id: 'test', key: Buffer.alloc(32, 3) }]);

export interface WatchedShopOptions {
  readonly config: object;
  readonly secret: string;
  /** How the platform is reached, e.g. a fake's `fetch`. */
  readonly context?: Partial<AdapterContext>;
  readonly publicUrl?: string;
}

/** A store with one platform, whose webhooks and orders are watched as by a server. */
export interface WatchedShop {
  readonly storeId: StoreId;
  readonly connectionId: ConnectionId;
  readonly hookUrl: string;
  /** Looks at what is due to be looked at. */
  work(): Promise<void>;
  /** Does one batch of this lane, in a process that is told to end when the signal comes. */
  workOnce(lane: string, stopping?: AbortSignal): Promise<void>;
  /** Reads what is due to be read of the platform. */
  read(): Promise<void>;
  connectPlatform: ReturnType<typeof createPlatformConnector>;
  hooks(): Promise<HookCheck | null>;
  count(): Promise<OrderCheck | null>;
  query<Row>(statement: ReturnType<typeof sql<Row>>): Promise<readonly Row[]>;
}

export async function openWatchedShop<Config>(
  database: Database,
  adapter: PlatformAdapter<Config>,
  { config, secret, context = {}, publicUrl = 'https://regulars.agency.example' }: WatchedShopOptions,
): Promise<WatchedShop> {
  const adapters = registryOf(adapter);
  const directory = createDirectory(database, watchSealer, () => 0);
  const storeId = await seedStore(database);
  const adapterContext = { timeoutMs: 5_000, allowPrivateNetwork: true, ...context };
  const deps = { database, directory, sealer: watchSealer, adapters, adapterContext, publicUrl };
  const added = await addConnection(deps, storeId, {
    purpose: 'platform',
    adapterId: adapter.id,
    config,
    webhookSecret: secret,
  });
  if (!added.ok) throw new Error(JSON.stringify(added.failure));
  const connectionId = added.value.id;
  const pulling = { ...deps, log: pino({ level: 'silent' }), leaseMs: 30_000, monotonicMs: () => performance.now() };
  const [beginBackfills, pull] = createPullLanes(pulling);
  const watching = createPlatformWatch(deps).lanes;
  const drain = async (lanes: readonly (Lane | undefined)[]) => {
    for (let isDone = false; !isDone;) {
      isDone = true;
      for (const lane of lanes) {
        if (lane === undefined || !(await isDue(lane))) continue;
        await lane.work(storeId);
        isDone = false;
      }
    }
  };
  const isDue = (lane: Lane) =>
    database.withStores([storeId], async (tx) => (await lane.listDueStores(tx)).includes(storeId));
  return {
    storeId,
    connectionId,
    hookUrl: `${publicUrl}/hooks/${added.value.hookToken}`,
    connectPlatform: createPlatformConnector(deps),
    work: () => drain(watching),
    workOnce: async (name, stopping) => {
      await watching.find((lane) => lane.name === name)?.work(storeId, stopping);
    },
    read: async () => {
      await drain([beginBackfills]);
      await drain([pull]);
    },
    hooks: async () => (await database.withStore(storeId, listHookChecks))[0] ?? null,
    count: async () => (await database.withStore(storeId, listOrderChecks))[0] ?? null,
    query: async (statement) => (await database.withStore(storeId, (tx) => statement.execute(tx))).rows,
  };
}
