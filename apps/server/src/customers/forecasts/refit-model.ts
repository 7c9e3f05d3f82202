import { exponentOf, type StoreId } from '@regulars/core/shared';
import type { Database } from '../../foundation/database/database.ts';
import { fitAside } from './fit-aside.ts';
import type { LearnPrior } from './learn-prior.ts';
import { findModel, replaceModel } from './model-repository.ts';
import { readPurchasePages } from './purchase-pages.ts';
import { readStoreDay } from './store-day.ts';

export interface RefitDeps {
  readonly database: Database;
  readonly learnPrior: LearnPrior;
  readonly monotonicMs: () => number;
}

/**
 * Gives a store a model fitted to all that was bought so far. The purchases are read in one transaction and the model
 * written in another: no row is held while it is fitted.
 */
export async function refitModel({ database, learnPrior, monotonicMs }: RefitDeps, storeId: StoreId): Promise<void> {
  const startedMs = monotonicMs();
  const prior = await learnPrior(storeId);
  const { countedPurchases, ...task } = await database.withStore(storeId, async (tx) => {
    const { today, currency } = await readStoreDay(tx, storeId);
    const minorPerUnit = 10 ** exponentOf(currency);
    const last = await findModel(tx, storeId);
    return {
      countedPurchases: last?.newPurchases ?? 0,
      today,
      minorPerUnit,
      pages: await readPurchasePages(tx, storeId, minorPerUnit),
    };
  });
  const fitted = await fitAside({ ...task, prior });
  // Everybody's orders are gone again: the model stays.
  if (fitted === null) return;
  const tookMs = monotonicMs() - startedMs;
  await database.withStore(storeId, (tx) => replaceModel(tx, storeId, { ...fitted, tookMs }, countedPurchases));
}
