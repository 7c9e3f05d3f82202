import type { CustomerId, Instant, StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';
import { forgetBodies } from '../../intake/door.ts';
import { eraseCustomer } from '../projection/erase-customer.ts';
import { loadWorld, lockProjection } from '../projection/load-world.ts';
import { saveWorld } from '../projection/save-world.ts';
import { listWorldKeys } from '../projection/world-keys.ts';

/**
 * Forgets these customers, as when their platform tells it; the rooms to the right hear of it and forget them as well.
 *
 * @returns how many were forgotten: not those who were before.
 */
export async function eraseCustomers(
  tx: Tx,
  storeId: StoreId,
  customerIds: readonly CustomerId[],
  now: Instant,
): Promise<number> {
  await lockProjection(tx, storeId);
  const world = await loadWorld(tx, storeId, { ...listWorldKeys(storeId, []), customers: new Set(customerIds) });
  for (const customer of world.customers.values()) eraseCustomer(world, customer, now);
  await saveWorld(tx, world);
  await forgetBodies(tx, storeId, [...world.toForget]);
  return world.forgotten.size;
}
