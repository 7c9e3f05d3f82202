import type { AdapterContext, PlatformConnection } from '@regulars/adapter-contracts';
import type { ConnectionId, StoreId } from '@regulars/core/shared';
import type { AdapterRegistry } from './connections.ts';
import type { Directory } from './directory.ts';

export interface PlatformConnectorDeps {
  readonly directory: Directory;
  readonly adapters: AdapterRegistry;
  readonly adapterContext: AdapterContext;
}

/** Reaches the platform behind a connection; null when the connection, or its adapter, is gone. The caller closes it. */
export function createPlatformConnector({ directory, adapters, adapterContext }: PlatformConnectorDeps) {
  return async (storeId: StoreId, connectionId: ConnectionId): Promise<PlatformConnection | null> => {
    const found = await directory.findConnection(storeId, connectionId);
    const adapter = found === null ? null : adapters.findPlatformAdapter(found.adapterId);
    if (found === null || adapter === null) return null;
    return adapter.connect(found.config, { ...adapterContext, loan: directory.loanOf(storeId, connectionId) });
  };
}
