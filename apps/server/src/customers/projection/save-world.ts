import { sql } from 'kysely';
import type { Tx } from '../../foundation/database/database.ts';
import { appendEvents } from '../../foundation/events/event-log.ts';
import { forgetUnloaded } from './forget-unloaded.ts';
import { saveCarts } from './save-carts.ts';
import { saveCustomers, saveIdentities, saveValues } from './save-customers.ts';
import { saveMarks } from './save-marks.ts';
import { saveNotices } from './save-notices.ts';
import { saveOrders } from './save-orders.ts';
import { refreshCategories, saveProducts } from './save-products.ts';
import type { World } from './world.ts';

/** From here on a plan costs less to make than a bad one to run. */
const manyRows = 50;

/**
 * Postgres keeps its plan for checking a foreign key as long as the connection lives. One made while a store was young may
 * read the whole store for every row, until statistics are gathered: a first import would slow down as it goes.
 */
async function forgetPlans(tx: Tx): Promise<void> {
  await sql`discard plans`.execute(tx);
}

/** Writes what changed, in a fixed number of statements, each over all rows of its table. */
export async function saveWorld(tx: Tx, world: World): Promise<void> {
  if (world.changed.orders.size >= manyRows) await forgetPlans(tx);
  await saveCustomers(tx, world);
  await saveIdentities(tx, world);
  await saveProducts(tx, world);
  await saveOrders(tx, world);
  await saveCarts(tx, world);
  await saveValues(tx, world);
  await saveMarks(tx, world);
  await refreshCategories(tx, world);
  await forgetUnloaded(tx, world);
  await saveNotices(tx, world);
  await appendEvents(tx, world.storeId, world.events);
}
