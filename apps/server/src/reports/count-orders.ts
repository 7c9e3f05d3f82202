import {
  AdapterError,
  type AdapterContext,
  type AdapterErrorKind,
  type OrderCountSpan,
  type PlatformConnection,
} from '@regulars/adapter-contracts';
import { dayMs, plus, secondMs, toInstant, type StoreId } from '@regulars/core/shared';
import { countOrdersHere } from '../customers/door.ts';
import type { Database } from '../foundation/database/database.ts';
import { listConnections, type AdapterRegistry, type Directory } from '../stores/door.ts';
import { keepOrderCount } from './order-count-repository.ts';

export interface CountOrdersDeps {
  readonly database: Database;
  readonly directory: Directory;
  readonly adapters: AdapterRegistry;
  readonly adapterContext: AdapterContext;
}

const countedDays = 30;

/**
 * Asks each platform of the store that can tell how many orders it has of the last 30 days, counts ours, and keeps both.
 * Ours are counted after theirs, so that an order that arrives meanwhile is not missed here; one placed after the span's
 * end is in neither.
 *
 * @returns how many platforms were asked.
 */
export async function countOrders(deps: CountOrdersDeps, storeId: StoreId): Promise<number> {
  const { connections, span } = await deps.database.withStore(storeId, async (tx, now) => {
    // To the second, as platforms keep it: otherwise the last second would be counted there and not here.
    const until = toInstant(Math.floor(now / secondMs) * secondMs);
    return {
      connections: await listConnections(tx, storeId),
      span: { from: plus(until, -countedDays * dayMs), until },
    };
  });
  let asked = 0;
  for (const { id, purpose } of connections) {
    const connection = purpose === 'platform' ? await deps.directory.findConnection(storeId, id) : null;
    const adapter = connection === null ? null : deps.adapters.findPlatformAdapter(connection.adapterId);
    if (connection === null || adapter === null || !adapter.capabilities.orderCount) continue;
    const context = { ...deps.adapterContext, loan: deps.directory.loanOf(storeId, id) };
    const there = await askPlatform(adapter.connect(connection.config, context), span);
    await deps.database.withStore(storeId, async (tx) => {
      const ordersHere = there.failure === null ? await countOrdersHere(tx, storeId, id, span) : null;
      await keepOrderCount(tx, { storeId, connectionId: id, ...span, ordersHere, ...there });
    });
    asked += 1;
  }
  return asked;
}

async function askPlatform(
  link: PlatformConnection,
  span: OrderCountSpan,
): Promise<{ readonly ordersThere: number | null; readonly failure: AdapterErrorKind | null }> {
  try {
    return { ordersThere: (await link.countOrders(span)).orders, failure: null };
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    return { ordersThere: null, failure: error.kind };
  } finally {
    await link.close();
  }
}
