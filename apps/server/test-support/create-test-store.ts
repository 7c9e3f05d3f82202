import { randomBytes } from 'node:crypto';
import type { ConnectionId } from '@regulars/core/shared';
import type { Database } from '../src/foundation/database/database.ts';
import { createSealer, type Sealer } from '../src/foundation/secrets/seal.ts';
import { addConnection } from '../src/stores/add-connection.ts';
import { createStore, type NewStore, type StoreInstaller } from '../src/stores/create-store.ts';
import { createDirectory, type Directory } from '../src/stores/directory.ts';
import type { AdapterRegistry, Store } from '../src/stores/door.ts';

export interface TestStore {
  readonly store: Store;
  readonly directory: Directory;
  readonly sealer: Sealer;
  readonly connectionId: ConnectionId;
  readonly hookToken: string;
  readonly webhookSecret: string;
}

export interface TestStoreOptions {
  readonly adapters: AdapterRegistry;
  readonly adapterId: string;
  readonly config?: unknown;
  readonly installers?: readonly StoreInstaller[];
  readonly store?: Partial<NewStore>;
}

/** A store with a platform connection, made by the application's own use-cases. */
export async function createTestStore(database: Database, options: TestStoreOptions): Promise<TestStore> {
  const sealer = createSealer([{ id: 'test', key: randomBytes(32) }]);
  const directory = createDirectory(database, sealer);
  const slug = `shop-${randomBytes(6).toString('hex')}`;
  const store = await createStore(
    { database, directory, installers: options.installers ?? [] },
    { slug, name: 'The Shop', ...options.store },
  );
  if (!store.ok) throw new Error(JSON.stringify(store.failure));
  const webhookSecret = randomBytes(24).toString('base64url');
  const connection = await addConnection({ database, directory, sealer, adapters: options.adapters }, store.value.id, {
    purpose: 'platform',
    adapterId: options.adapterId,
    config: options.config ?? {},
    webhookSecret,
  });
  if (!connection.ok) throw new Error(JSON.stringify(connection.failure));
  return {
    store: store.value,
    directory,
    sealer,
    connectionId: connection.value.id,
    hookToken: connection.value.hookToken,
    webhookSecret,
  };
}
