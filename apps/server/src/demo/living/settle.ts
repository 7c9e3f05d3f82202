import type { StoreId } from '@regulars/core/shared';
import type { Database } from '../../foundation/database/database.ts';
import type { Lane } from '../../foundation/lanes/lane.ts';

export interface SettleDeps {
  readonly database: Database;
  readonly lanes: readonly Lane[];
}

/** When the lanes are at rest: so many rounds were made, and in the last one every lane handled so few of each store. */
export interface Rest {
  readonly rounds: number;
  readonly most: number;
}

/** Nothing is left to do now. */
const atRest: Rest = { rounds: 1, most: 0 };

/**
 * The second round took up what lanes further right had handed back to the left; what it hands back in turn keeps until the
 * next step. No lane takes so few at once: none was cut off.
 */
export const nearlyAtRest: Rest = { rounds: 2, most: 19 };

/** Far beyond what is ever needed: whoever goes round this often goes round for ever. */
const mostRounds = 1_000;

/** Runs the lanes, left to right, again and again until they are at rest; stores work side by side. */
export async function settle(deps: SettleDeps, storeIds: readonly StoreId[], rest = atRest): Promise<void> {
  for (let round = 1; round <= mostRounds; round += 1) {
    const handled = await runRound(deps, storeIds);
    if (round >= rest.rounds && handled <= rest.most) return;
  }
  throw new Error('The lanes do not come to rest.');
}

/** @returns how many one lane handled of one store, at most. */
async function runRound({ database, lanes }: SettleDeps, storeIds: readonly StoreId[]): Promise<number> {
  // One transaction for all looks: each sees what the lanes before it have committed.
  return await database.withStores(storeIds, async (tx) => {
    let most = 0;
    for (const lane of lanes) {
      const due = await lane.listDueStores(tx);
      most = Math.max(most, ...(await Promise.all(due.map((storeId) => lane.work(storeId)))));
    }
    return most;
  });
}
