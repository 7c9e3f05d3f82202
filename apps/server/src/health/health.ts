import { sql } from 'kysely';
import type { StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import { isMigrated } from '../foundation/database/migrate.ts';
import type { FailingStore, RunningLanes } from '../foundation/lanes/run-lanes.ts';
import type { HealthCheck, HealthPort, ReadinessCheck } from '../http/ports.ts';
import type { Directory, Store } from '../stores/door.ts';
import { reportStores } from './report-stores.ts';

export interface HealthDeps {
  readonly database: Database;
  readonly directory: Directory;
  /** Null in a process that runs no lanes. */
  readonly lanes: () => RunningLanes | null;
  readonly wallClockMs: () => number;
  /** Null where no Redis is configured. */
  readonly isRedisReady: () => boolean | null;
}

/** Process clocks decide nothing, but one this wrong points at a broken machine. */
const clockToleranceMs = 60_000;

/** Answers /readyz and the health page. */
export function createHealth(deps: HealthDeps): HealthPort {
  const readiness = async (): Promise<readonly ReadinessCheck[]> => {
    try {
      return await deps.database.withDirectory(async (tx, now) => [
        { name: 'database', isReady: true },
        {
          name: 'migrations',
          isReady: await isMigrated(async (text) => await sql<{ name: string }>`${sql.raw(text)}`.execute(tx)),
        },
        { name: 'lanes', isReady: stuckLanes().length === 0 },
        { name: 'clock', isReady: Math.abs(deps.wallClockMs() - now) < clockToleranceMs },
      ]);
    } catch {
      return [{ name: 'database', isReady: false }];
    }
  };

  const stuckLanes = () => deps.lanes()?.stuck() ?? [];

  const report = async (storeIds: readonly StoreId[] | null): Promise<readonly HealthCheck[]> => {
    const ready = await readiness();
    const checks = [...describeDatabase(ready), ...describeLanes(stuckLanes()), ...describeRedis(deps.isRedisReady())];
    if (!ready.every((check) => check.name !== 'database' || check.isReady)) return checks;
    const stores = (await deps.directory.stores()).filter(({ id }) => storeIds === null || storeIds.includes(id));
    const failing = describeFailing(deps.lanes()?.failing() ?? [], stores);
    return [...checks, ...failing, ...(await reportStores(deps.database, stores))];
  };

  return { readiness, report };
}

const instance = { storeId: null, values: {} } as const;

function describeDatabase(ready: readonly ReadinessCheck[]): HealthCheck[] {
  const missing = ready.filter((check) => !check.isReady).map(({ name }) => name);
  if (missing.includes('database')) {
    return [
      {
        ...instance,
        name: 'database',
        state: 'bad',
        code: 'database.unreachable',
        sentence:
          'The database cannot be reached. Nothing is lost: stores send again. Start Postgres or check DATABASE_URL.',
      },
    ];
  }
  if (missing.includes('migrations')) {
    return [
      {
        ...instance,
        name: 'database',
        state: 'bad',
        code: 'database.not_migrated',
        sentence: 'The database does not fit this version. Run `regulars migrate`.',
      },
    ];
  }
  if (missing.includes('clock')) {
    return [
      {
        ...instance,
        name: 'clock',
        state: 'attention',
        code: 'clock.apart',
        sentence: 'This machine’s clock and the database’s are more than a minute apart. Turn on time synchronisation.',
      },
    ];
  }
  return [
    {
      ...instance,
      name: 'database',
      state: 'good',
      code: 'database.good',
      sentence: 'The database answers and fits this version.',
    },
  ];
}

function describeLanes(stuck: readonly string[]): HealthCheck[] {
  if (stuck.length === 0)
    return [
      { ...instance, name: 'lanes', state: 'good', code: 'lanes.good', sentence: 'All work is being looked after.' },
    ];
  const lanes = stuck.join(', ');
  return [
    {
      name: 'lanes',
      storeId: null,
      state: 'bad',
      code: 'lanes.stuck',
      values: { lanes },
      sentence: `No work was looked for in over two minutes: ${lanes}. Restart this process; nothing is lost.`,
    },
  ];
}

/** A hiccup passes by itself; three in a row want a person. */
const tellFromFailures = 3;

function describeFailing(failing: readonly FailingStore[], stores: readonly Store[]): HealthCheck[] {
  return stores.flatMap((store) =>
    failing
      .filter(({ storeId, failures }) => storeId === store.id && failures >= tellFromFailures)
      .map(({ lane, failures }) => ({
        name: 'lanes',
        storeId: store.id,
        state: 'bad' as const,
        code: 'lanes.failing',
        values: { lanes: lane, count: failures },
        sentence:
          `${store.name}: its work in ${lane} failed ${failures} times in a row. It is tried again every minute, nothing ` +
          'is lost, and the other stores go on; the log says why.',
      })),
  );
}

function describeRedis(isReady: boolean | null): HealthCheck[] {
  if (isReady === null) return [];
  return isReady
    ? [
        {
          ...instance,
          name: 'redis',
          state: 'good',
          code: 'redis.good',
          sentence: 'Redis carries the nudges between processes.',
        },
      ]
    : [
        {
          ...instance,
          name: 'redis',
          state: 'attention',
          code: 'redis.lost',
          sentence: 'Redis cannot be reached. Work goes on from the database, a second or so later than usual.',
        },
      ];
}
