import type { StoreId } from '@regulars/core/shared';
import { listOrderingConnections } from '../customers/door.ts';
import type { Database } from '../foundation/database/database.ts';
import { listDelivering } from '../intake/door.ts';
import { listConnections, type AdapterRegistry } from '../stores/door.ts';
import type { ConnectionSync } from './answers.ts';
import { listOrderChecks } from './counts/order-check-repository.ts';
import { listHookChecks } from './hooks/hook-check-repository.ts';
import { toHookCheckAnswer } from './hooks/to-hook-check-answer.ts';
import { listPulls } from './pulls/pull-repository.ts';
import { toPullAnswer } from './pulls/to-pull-answer.ts';

export interface ReadSyncDeps {
  readonly database: Database;
  readonly adapters: AdapterRegistry;
}

/** How each platform connection of a store stands with its platform. */
export async function readSync({ database, adapters }: ReadSyncDeps, storeId: StoreId): Promise<ConnectionSync[]> {
  return await database.withStore(storeId, async (tx, now) => {
    const connections = (await listConnections(tx, storeId)).filter(({ purpose }) => purpose === 'platform');
    const ids = connections.map(({ id }) => id);
    // The latest deliveries may all be of another connection: what has brought an order has delivered too.
    const delivering = [...(await listDelivering(tx, storeId)), ...(await listOrderingConnections(tx, storeId, ids))];
    const hookChecks = await listHookChecks(tx);
    const orderChecks = await listOrderChecks(tx);
    const pulls = await listPulls(tx, storeId);
    return connections.map(({ id, adapterId }): ConnectionSync => {
      const capabilities = adapters.findPlatformAdapter(adapterId)?.capabilities;
      const hooks = hookChecks.find(({ connectionId }) => connectionId === id);
      return {
        connectionId: id,
        adapterId,
        canPull: capabilities?.pulls === true,
        canHook: capabilities?.hooks === true,
        canCount: capabilities?.orderCount === true,
        hasDelivered: delivering.includes(id),
        pulls: pulls.filter(({ connectionId }) => connectionId === id).map((pull) => toPullAnswer({ pull, now })),
        hooks: hooks === undefined ? null : toHookCheckAnswer(hooks),
        count: orderChecks.find(({ connectionId }) => connectionId === id) ?? null,
      };
    });
  });
}
