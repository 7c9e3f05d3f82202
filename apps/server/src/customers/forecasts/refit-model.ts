import { dayMs, exponentOf, type Instant, type StoreId } from '@regulars/core/shared';
import type { Database } from '../../foundation/database/database.ts';
import { fitAside } from './fit-aside.ts';
import type { LearnPrior } from './learn-prior.ts';
import { findModel, replaceModel, type ValueModel } from './model-repository.ts';
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
  const { last, ...task } = await database.withStore(storeId, async (tx, now) => {
    const { today, currency } = await readStoreDay(tx, storeId);
    const minorPerUnit = 10 ** exponentOf(currency);
    return {
      last: await findModel(tx, storeId),
      now,
      today,
      minorPerUnit,
      pages: await readPurchasePages(tx, storeId, minorPerUnit),
    };
  });
  const chosen = last !== null && isChosenWell(last, task.now) ? last.model.transactions : null;
  const fitted = await fitAside({ ...task, prior, chosen });
  // Everybody's orders are gone again: the model stays.
  if (fitted === null) return;
  const tookMs = monotonicMs() - startedMs;
  // Others are taught by all models that were tried.
  const selection = last !== null && chosen !== null ? last.model.selection : fitted.model.selection;
  const model = { ...fitted.model, selection };
  await database.withStore(storeId, (tx) =>
    replaceModel(tx, storeId, { ...fitted, model, tookMs, isChosenAnew: chosen === null }, last?.newPurchases ?? 0),
  );
}

/** Which model is best changes slowly: it is asked once a week, and when what was bought grew by a tenth. */
function isChosenWell({ chosenAt, purchases, newPurchases }: ValueModel, now: Instant): boolean {
  return now - chosenAt < 7 * dayMs && newPurchases < 0.1 * purchases;
}
