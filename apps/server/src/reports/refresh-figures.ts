import type { StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import type { Lane } from '../foundation/lanes/lane.ts';
import { findStore } from '../stores/door.ts';
import { addUpSales } from './add-up-sales.ts';
import { keepFigures, listStoresToAddUp } from './figures-repository.ts';

export interface RefreshFiguresDeps {
  readonly database: Database;
  readonly monotonicMs: () => number;
}

/** Adds up a store's figures and keeps them for the pages. */
export async function refreshFigures({ database, monotonicMs }: RefreshFiguresDeps, storeId: StoreId): Promise<void> {
  await database.withStore(storeId, async (tx) => {
    const store = await findStore(tx, storeId);
    if (store === null) return;
    const startedMs = monotonicMs();
    const figures = await addUpSales(tx, store);
    await keepFigures(tx, storeId, figures, monotonicMs() - startedMs);
  });
}

/** Keeps the figures up with what comes in. */
export function createRefreshFiguresLane(deps: RefreshFiguresDeps): Lane {
  return {
    name: 'reports.refresh-figures',
    listDueStores: listStoresToAddUp,
    work: async (storeId) => {
      await refreshFigures(deps, storeId);
      // Whole at once, and no other lane's work: nothing is left to take, and nobody is to be woken.
      return 0;
    },
  };
}
