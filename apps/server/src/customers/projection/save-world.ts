import type { Tx } from '../../foundation/database/database.ts';
import { appendEvents } from '../../foundation/events/event-log.ts';
import { forgetUnloaded } from './forget-unloaded.ts';
import { saveCustomers, saveIdentities, saveValues } from './save-customers.ts';
import { saveMarks } from './save-marks.ts';
import { saveOrders } from './save-orders.ts';
import { refreshCategories, saveProducts } from './save-products.ts';
import type { World } from './world.ts';

/** Writes what changed, in a fixed number of statements, each over all rows of its table. */
export async function saveWorld(tx: Tx, world: World): Promise<void> {
  await saveCustomers(tx, world);
  await saveIdentities(tx, world);
  await saveProducts(tx, world);
  await saveOrders(tx, world);
  await saveValues(tx, world);
  await saveMarks(tx, world);
  await refreshCategories(tx, world);
  await forgetUnloaded(tx, world);
  await appendEvents(tx, world.storeId, world.events);
}
