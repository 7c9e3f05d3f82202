import type { sql } from 'kysely';
import { pino } from 'pino';
import type { AdapterContext, PlatformAdapter } from '@regulars/adapter-contracts';
import type { ConnectionId, StoreId } from '@regulars/core/shared';
import type { Lane } from '../src/foundation/lanes/lane.ts';
import { createPullLanes } from '../src/sync/pulls/jobs.ts';
import { readSync } from '../src/sync/read-sync.ts';
import { createTestStore } from './create-test-store.ts';
import type { OpenTestDatabase } from './open-test-database.ts';
import { registryOf } from './test-platform.ts';

/** A store whose platform is read, by the lanes that read it, one round at a time. */
export interface PulledStore {
  readonly storeId: StoreId;
  readonly connectionId: ConnectionId;
  readonly lanes: readonly Lane[];
  /** Works until nothing is due any more. */
  work(): Promise<void>;
  /** One batch of one reader. */
  workOnce(stopping?: AbortSignal): Promise<number>;
  /** What the page shows of each pull, by `kind resource`. */
  pulls(): Promise<Readonly<Record<string, Awaited<ReturnType<typeof readSync>>[number]['pulls'][number]>>>;
  rows<Row>(query: ReturnType<typeof sql<Row>>): Promise<readonly Row[]>;
}

export async function createPulledStore<Config>(
  { database }: Pick<OpenTestDatabase, 'database'>,
  adapter: PlatformAdapter<Config>,
  { config, context = {} }: { readonly config: unknown; readonly context?: Partial<AdapterContext> },
): Promise<PulledStore> {
  const adapters = registryOf(adapter);
  const { store, directory, connectionId } = await createTestStore(database, {
    adapters,
    adapterId: adapter.id,
    config,
  });
  const lanes = createPullLanes({
    database,
    directory,
    adapters,
    adapterContext: { timeoutMs: 10_000, allowPrivateNetwork: true, wait: async () => undefined, ...context },
    log: pino({ level: 'silent' }),
    leaseMs: 3_000,
    monotonicMs: () => performance.now(),
  });
  const [begin, read] = lanes;
  if (begin === undefined || read === undefined) throw new Error('There are lanes.');
  const isDue = async (lane: Lane) =>
    (await database.withStores([store.id], (tx) => lane.listDueStores(tx))).includes(store.id);
  return {
    storeId: store.id,
    connectionId,
    lanes,
    async work() {
      if (await isDue(begin)) await begin.work(store.id);
      while (await isDue(read)) await read.work(store.id);
    },
    async workOnce(stopping) {
      if (await isDue(begin)) await begin.work(store.id);
      return await read.work(store.id, stopping);
    },
    async pulls() {
      const [connection] = await readSync({ database, adapters }, store.id);
      return Object.fromEntries((connection?.pulls ?? []).map((pull) => [`${pull.kind} ${pull.resource}`, pull]));
    },
    rows: (query) => database.withStore(store.id, async (tx) => (await query.execute(tx)).rows),
  };
}
