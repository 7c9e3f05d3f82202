import { AdapterError, type OrderCountSpan, type PlatformConnection } from '@regulars/adapter-contracts';
import { toInstant, type Instant } from '@regulars/core/shared';
import { planPulls } from '../pulls/plan-pulls.ts';
import type { CompareOrdersDeps } from './compare-orders.ts';
import { countBothSides, type ComparedConnection } from './count-both-sides.ts';
import { findApartFrom } from './find-apart-from.ts';
import type { OrderCheck } from './order-check.ts';
import { checkSoon, listOrderChecks } from './order-check-repository.ts';

/**
 * Has the orders read again that were found to differ, and compared once they are.
 *
 * @returns false when nothing was found to differ.
 */
export async function repairOrders(deps: CompareOrdersDeps, connection: ComparedConnection): Promise<boolean> {
  const { storeId, connectionId } = connection;
  const checks = await deps.database.withStore(storeId, listOrderChecks);
  const check = checks.find((each) => each.connectionId === connectionId);
  if (check === undefined || !isApart(check)) return false;
  const apartFrom = await findStart(deps, connection, check);
  const updatedFrom = apartFrom === 0 ? null : apartFrom;
  await deps.database.withStore(storeId, async (tx) => {
    await checkSoon(tx, connection);
    await planPulls(tx, storeId, { connectionId, kind: 'repair', resources: ['orders'], updatedFrom });
  });
  return true;
}

/** Whether a check found what is not the same here as there. */
export function isApart({
  failure,
  ordersHere,
  ordersThere,
  missing,
  different,
}: Pick<OrderCheck, 'failure' | 'ordersHere' | 'ordersThere' | 'missing' | 'different'>): boolean {
  return failure === null && (ordersHere !== ordersThere || missing > 0 || different > 0);
}

/** An order changed when it was placed or later, so that a pull since the earliest of these times meets all that differ. */
async function findStart(
  deps: CompareOrdersDeps,
  connection: ComparedConnection,
  { from, until, comparedFrom, missing, different, ordersHere, ordersThere }: OrderCheck,
): Promise<Instant> {
  const starts: Instant[] = missing + different > 0 && comparedFrom !== null ? [comparedFrom] : [];
  if (ordersHere !== ordersThere) {
    const platform = await deps.connectPlatform(connection.storeId, connection.connectionId);
    if (platform === null) return from;
    try {
      starts.push(await findApartFrom({ from, until }, (span) => areEqual(deps, connection, platform, span)));
    } finally {
      await platform.close();
    }
  }
  return toInstant(Math.min(...starts));
}

async function areEqual(
  { database }: CompareOrdersDeps,
  connection: ComparedConnection,
  platform: PlatformConnection,
  span: OrderCountSpan,
): Promise<boolean | null> {
  try {
    const { ordersHere, ordersThere } = await countBothSides(database, connection, platform, span);
    return ordersHere === ordersThere;
  } catch (error) {
    if (error instanceof AdapterError) return null;
    throw error;
  }
}
