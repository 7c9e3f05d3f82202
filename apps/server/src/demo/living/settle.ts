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
    let handled = 0;
    for (const { lane, due } of await look(database, lanes, storeIds)) {
      const counts = await Promise.all(due.map((storeId) => lane.work(storeId)));
      const done = counts.reduce((sum, count) => sum + count, 0);
      if (done > 0) busy.add(lane.name);
      handled += done;
    }
    if (handled === 0) return busy;
  }
  throw new Error(`The lanes do not come to rest: ${[...busy].join(', ')}`);
}

/** Asks all lanes in one transaction: most moments have work for a few of them, many for none. */
async function look(database: Database, lanes: readonly Lane[], storeIds: readonly StoreId[]) {
  return await database.withStores(storeIds, async (tx) => {
    const looks: { readonly lane: Lane; readonly due: readonly StoreId[] }[] = [];
    for (const lane of lanes) {
      const due = await lane.listDueStores(tx);
      if (due.length > 0) looks.push({ lane, due });
    }
    return looks;
  });
}
