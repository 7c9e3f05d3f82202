import { sql } from 'kysely';
import { pino } from 'pino';
import type { AdapterContext, PlatformAdapter, PlatformEvent } from '@regulars/adapter-contracts';
import { hourMs, type ConnectionId, type StoreId } from '@regulars/core/shared';
import { applyDeliveries } from '../src/customers/apply-deliveries.ts';
import { newId } from '../src/foundation/ids.ts';
import { insertDeliveries } from '../src/intake/insert-deliveries.ts';
import type { OpenTestDatabase } from './open-test-database.ts';
import { seedStore } from './seed-store.ts';
import { testPlatform } from './test-platform.ts';

/** The day on which these tests take place, whatever the machine's clock says: after everything they tell of. */
const december = Date.UTC(2026, 11, 1);

/** A store whose deliveries hold events of the common model, handled as the lane of the room `customers` does. */
export interface OrderIntake {
  readonly storeId: StoreId;
  readonly connectionId: ConnectionId;
  /** Keeps one delivery for each of these. */
  receive(...deliveries: readonly (readonly PlatformEvent[] | string)[]): Promise<void>;
  /** Handles everything that is due. */
  work(): Promise<void>;
  /** Handles everything that is due now or within a day, as what waits for something else is. */
  workForADay(): Promise<void>;
  query<Row>(statement: ReturnType<typeof sql<Row>>): Promise<readonly Row[]>;
  deliveries(): Promise<readonly { readonly state: string; readonly reason: string | null; readonly body: string }[]>;
}

/** How the platform is reached; a test that does not say cannot reach it. */
export interface PlatformReach {
  readonly config?: object;
  readonly context?: AdapterContext | null;
}

export async function createOrderIntake<Config = unknown>(
  { database, clock }: Pick<OpenTestDatabase, 'database' | 'clock'>,
  platform: PlatformAdapter<Config> = testPlatform as PlatformAdapter<Config>,
  { config = {}, context = null }: PlatformReach = {},
): Promise<OrderIntake> {
  clock.shiftMs = december - Date.now();
  const storeId = await seedStore(database);
  const connectionId: ConnectionId = newId();
  const deps = {
    database,
    log: pino({ level: 'silent' }),
    platformAdapter: () => platform as unknown as PlatformAdapter,
    connectionConfig: async () => config,
    connectPlatform: async () => (context === null ? null : platform.connect(config as Config, context)),
    thinAdapterIds: platform.capabilities.thinWebhooks === true ? [platform.id] : [],
  };
  const query: OrderIntake['query'] = async (statement) =>
    (await database.withStore(storeId, (tx) => statement.execute(tx))).rows;
  const drain = async () => {
    while ((await applyDeliveries(deps, storeId)) > 0);
  };
  return {
    storeId,
    connectionId,
    query,
    receive: (...deliveries) =>
      insertDeliveries(
        database,
        deliveries.map((events) => ({
          storeId,
          id: newId(),
          connectionId,
          purpose: 'platform',
          adapterId: platform.id,
          topic: 'events',
          headers: {},
          body: Buffer.from(typeof events === 'string' ? events : JSON.stringify(events)),
        })),
      ),
    work: drain,
    workForADay: async () => {
      await drain();
      clock.shiftMs += 23 * hourMs;
      await drain();
      clock.shiftMs -= 23 * hourMs;
    },
    deliveries: () =>
      query(sql<{ state: string; reason: string | null; body: string }>`
        select state, reason, convert_from(body, 'UTF8') as body from delivery order by id`),
  };
}
