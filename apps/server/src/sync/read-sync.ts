import type { StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import { listConnections, type AdapterRegistry } from '../stores/door.ts';
import type { ConnectionSync } from './answers.ts';

export interface ReadSyncDeps {
  readonly database: Database;
  readonly adapters: AdapterRegistry;
}

/** How each platform connection of a store stands with its platform. */
export async function readSync({ database, adapters }: ReadSyncDeps, storeId: StoreId): Promise<ConnectionSync[]> {
  return await database.withStore(storeId, async (tx) => {
    const connections = (await listConnections(tx, storeId)).filter(({ purpose }) => purpose === 'platform');
    return connections.map(({ id, adapterId }): ConnectionSync => {
      const capabilities = adapters.findPlatformAdapter(adapterId)?.capabilities;
      return {
        connectionId: id,
        adapterId,
        canPull: capabilities?.pulls === true,
        canHook: capabilities?.hooks === true,
        canCount: capabilities?.orderCount === true,
        pulls: [],
        hooks: null,
        count: null,
      };
    });
  });
}
