import type { StoreId } from '@regulars/core/shared';
import type { Database } from '../../foundation/database/database.ts';
import type { Lane } from '../../foundation/lanes/lane.ts';

export interface SettleDeps {
  readonly database: Database;
  readonly lanes: readonly Lane[];
}

/** Far beyond what a step needs: whoever goes round this often goes round for ever. */
const maxRounds = 1_000;

/**
 * Runs the lanes, left to right, until none of them finds anything more to do now; stores work side by side.
 *
 * @returns the names of the lanes that did something.
 */
export async function settle(
  { database, lanes }: SettleDeps,
  storeIds: readonly StoreId[],
): Promise<ReadonlySet<string>> {
  const busy = new Set<string>();
  for (let round = 0; round < maxRounds; round += 1) {
    // One transaction for all looks of a round: each sees what the lanes before it have committed.
    const handled = await database.withStores(storeIds, async (tx) => {
      let sum = 0;
      for (const lane of lanes) {
        const due = await lane.listDueStores(tx);
        const counts = await Promise.all(due.map((storeId) => lane.work(storeId)));
        const done = counts.reduce((total, count) => total + count, 0);
        if (done > 0) busy.add(lane.name);
        sum += done;
      }
      return sum;
    });
    if (handled === 0) return busy;
  }
  throw new Error(`The lanes do not come to rest: ${[...busy].join(', ')}`);
}
