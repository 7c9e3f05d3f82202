import { dayMs, hourMs, minuteMs, plus, type StoreId } from '@regulars/core/shared';
import { findNextTurn } from '../find-next-turn.ts';
import { compareOrders, type CompareOrdersDeps } from './compare-orders.ts';
import type { ComparedConnection } from './count-both-sides.ts';
import { claimDueOrderCheck, keepProgress, saveOrderFinding } from './order-check-repository.ts';

/** Longer than a batch takes; after a crash the comparison goes on when it ends. */
export const checkLeaseMs = 10 * minuteMs;
/** Then other stores have their turn. */
const pagesPerBatch = 10;
/** A platform that refused is asked again sooner than the next day. */
const afterRefusalMs = hourMs;
/** Where a platform asks for fewer calls without saying how long. */
const restMs = minuteMs;

/**
 * Goes on with one comparison of the store that is due.
 *
 * @param stopping - leaves the rest for later after the page it is at.
 * @returns how many were: 0 or 1.
 */
export async function checkDueOrders(
  deps: CompareOrdersDeps,
  storeId: StoreId,
  adapterIds: readonly string[],
  stopping: AbortSignal,
): Promise<number> {
  const claimed = await deps.database.withStore(storeId, (tx) => claimDueOrderCheck(tx, adapterIds, checkLeaseMs));
  if (claimed === null) return 0;
  const connection = { storeId, connectionId: claimed.connectionId };
  const batch = await compareOrders(
    deps,
    connection,
    claimed.progress,
    (pages) => pages >= pagesPerBatch || stopping.aborted,
  );
  if (batch === null) return 1;
  await deps.database.withStore(storeId, async (tx, now) => {
    if (batch.kind === 'goesOn') return keepProgress(tx, connection, batch.progress, now);
    if (batch.kind === 'ended')
      return saveOrderFinding(tx, connection, batch.finding, findNextTurn(now, dayMs, connection.connectionId));
    if (batch.error.kind === 'rateLimited')
      return keepProgress(tx, connection, batch.progress, plus(now, batch.error.retryAfterMs ?? restMs));
    return saveOrderFinding(tx, connection, batch.finding, plus(now, afterRefusalMs));
  });
  return 1;
}

/**
 * Compares a connection's orders now, all at once.
 *
 * @returns false when the connection is gone.
 */
export async function checkOrdersNow(deps: CompareOrdersDeps, connection: ComparedConnection): Promise<boolean> {
  const batch = await compareOrders(deps, connection, null, () => false);
  if (batch === null || batch.kind === 'goesOn') return false;
  await deps.database.withStore(connection.storeId, (tx, now) =>
    saveOrderFinding(tx, connection, batch.finding, findNextTurn(now, dayMs, connection.connectionId)),
  );
  return true;
}
