import type { OrderCountSpan, PlatformConnection } from '@regulars/adapter-contracts';
import type { ConnectionId, StoreId } from '@regulars/core/shared';
import { countOrdersHere } from '../../customers/door.ts';
import type { Database } from '../../foundation/database/database.ts';

/** Whose orders are compared. */
export interface ComparedConnection {
  readonly storeId: StoreId;
  readonly connectionId: ConnectionId;
}

export interface BothCounts extends OrderCountSpan {
  readonly ordersHere: number;
  readonly ordersThere: number;
}

/**
 * Counts the orders of a span there and here; of a platform that shows us the newer ones only, those. Ours are counted
 * after theirs, so that an order that arrives meanwhile is not missed here.
 */
export async function countBothSides(
  database: Database,
  { storeId, connectionId }: ComparedConnection,
  platform: PlatformConnection,
  span: OrderCountSpan,
): Promise<BothCounts> {
  const { orders: ordersThere, seenFrom = span.from } = await platform.countOrders(span);
  const seen = { from: seenFrom > span.from ? seenFrom : span.from, until: span.until };
  const ordersHere = await database.withStore(storeId, (tx) => countOrdersHere(tx, storeId, connectionId, seen));
  return { ...seen, ordersHere, ordersThere };
}
