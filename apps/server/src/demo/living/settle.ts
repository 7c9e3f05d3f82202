import type { StoreId } from '@regulars/core/shared';
import type { Database } from '../../foundation/database/database.ts';
import type { Lane } from '../../foundation/lanes/lane.ts';

export interface SettleDeps {
  readonly database: Database;
  readonly lanes: readonly Lane[];
}

/** Far beyond what a step needs: whoever goes round this often goes round for ever. */
const maxRounds = 500;

/**
 * Runs the lanes, left to right, until none of them finds anything more to do now; stores work side by side.
 *
 * @returns how many items each lane handled, by its name; lanes without work are left out.
 */
export async function settle(
  { database, lanes }: SettleDeps,
  storeIds: readonly StoreId[],
): Promise<ReadonlyMap<string, number>> {
  const handled = new Map<string, number>();
  // A lane that found nothing is asked again only when another one has done something since.
  let sinceQuiet = 0;
  for (let round = 0; round < maxRounds * lanes.length; round += 1) {
    const lane = lanes[round % lanes.length];
    if (lane === undefined || sinceQuiet === lanes.length) return handled;
    const due = await database.withStores(storeIds, (tx) => lane.listDueStores(tx));
    const counts = await Promise.all(due.map((storeId) => lane.work(storeId)));
    const done = counts.reduce((sum, count) => sum + count, 0);
    sinceQuiet = done === 0 ? sinceQuiet + 1 : 0;
    if (done > 0) handled.set(lane.name, (handled.get(lane.name) ?? 0) + done);
  }
  throw new Error(`The lanes do not come to rest: ${JSON.stringify([...handled])}`);
}
