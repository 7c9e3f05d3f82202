import type { PlatformCapabilities, PlatformConnection } from '@regulars/adapter-contracts';
import type { StuckReason } from '@regulars/core/referrals';
import type { ConnectionId, StoreId } from '@regulars/core/shared';
import { findCodeMaker, makesCodes, type CodeMaker, type PlatformConnectorDeps } from '../stores/door.ts';

export interface CouponPlatform {
  readonly connectionId: ConnectionId;
  readonly connection: PlatformConnection;
  readonly capabilities: PlatformCapabilities;
}

/** The platforms a store's codes are on. */
export interface CouponPlatforms {
  /** Where new codes are made; null where there is no such place. */
  readonly preferredId: ConnectionId | null;
  /** Where a code was asked for, or where new ones are made when that is gone; or why there is nobody to ask. */
  find(connectionId: ConnectionId | null): Promise<CouponPlatform | StuckReason>;
  close(): Promise<void>;
}

/** Reaches them as they are needed, each once. */
export async function openCouponPlatforms(
  deps: PlatformConnectorDeps,
  storeId: StoreId,
  timeoutMs: number,
): Promise<CouponPlatforms> {
  const opened = new Map<ConnectionId, CouponPlatform>();

  function open({ connection, adapter }: Extract<CodeMaker, { readonly kind: 'found' }>): CouponPlatform {
    const loan = deps.directory.loanOf(storeId, connection.id);
    const platform = {
      connectionId: connection.id,
      connection: adapter.connect(connection.config, { ...deps.adapterContext, timeoutMs, loan }),
      capabilities: adapter.capabilities,
    };
    opened.set(connection.id, platform);
    return platform;
  }

  const maker = await findCodeMaker(deps, storeId);
  const preferred = maker.kind === 'found' ? open(maker) : reasons[maker.kind];
  return {
    preferredId: typeof preferred === 'string' ? null : preferred.connectionId,
    async find(connectionId) {
      if (connectionId === null) return preferred;
      const known = opened.get(connectionId);
      if (known !== undefined) return known;
      const connection = await deps.directory.findConnection(storeId, connectionId);
      const adapter = connection === null ? null : deps.adapters.findPlatformAdapter(connection.adapterId);
      const isUsable = connection !== null && adapter !== null && makesCodes(adapter, connection);
      return isUsable ? open({ kind: 'found', connection, adapter }) : preferred;
    },
    async close() {
      for (const { connection } of opened.values()) await connection.close();
    },
  };
}

const reasons = { notOffered: 'no_discount_codes', notSetUp: 'not_set_up', notConnected: 'no_connection' } as const;
