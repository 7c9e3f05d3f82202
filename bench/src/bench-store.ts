import type { MailAdapter } from '@regulars/adapter-contracts';
import { composeFoundation, type Foundation } from '@regulars/server/compose-foundation.ts';
import { composeRooms, type Rooms } from '@regulars/server/compose-rooms.ts';
import { builtInMail } from '@regulars/server/built-in-mail.ts';
import { readConfig } from '@regulars/server/config.ts';
import { createLogger } from '@regulars/server/foundation/telemetry/logger.ts';
import { addConnection } from '@regulars/server/stores/add-connection.ts';
import { createStore } from '@regulars/server/stores/create-store.ts';
import type { Store } from '@regulars/server/stores/door.ts';
import type { BenchDatabase } from './instance.ts';

export const webhookSecret = 'bench-secret-0123456789';

export type BenchInstance = Foundation & { readonly rooms: Rooms };

/** The instance's own ground and rooms, on the bench's database. */
export async function openInstance(
  { connectionString, dataDir }: BenchDatabase,
  mail: readonly MailAdapter[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<BenchInstance> {
  const config = readConfig({
    ...environment,
    DATABASE_URL: connectionString,
    REGULARS_DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    REGULARS_ALLOW_PRIVATE_NETWORK: 'true',
  });
  const foundation = await composeFoundation({
    config,
    log: createLogger(config.logLevel),
    builtInMail: (database) => [...builtInMail(database), ...mail],
  });
  return { ...foundation, rooms: composeRooms(foundation, { countAcceptance: () => undefined }) };
}

export async function createBenchStore(
  instance: BenchInstance,
  slug: string,
  config: object = {},
): Promise<{ readonly store: Store; readonly hookToken: string }> {
  const store = await createStore({ ...instance, installers: instance.rooms.installers }, { slug, name: 'Bench' });
  if (!store.ok) throw new Error(JSON.stringify(store.failure));
  const connection = await addConnection(instance, store.value.id, {
    purpose: 'platform',
    adapterId: 'woocommerce',
    config,
    webhookSecret,
  });
  if (!connection.ok) throw new Error(JSON.stringify(connection.failure));
  return { store: store.value, hookToken: connection.value.hookToken };
}
