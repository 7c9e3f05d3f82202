import { collectStore, fitLifetimeModel, type HistoryCollector } from '@regulars/core/clv';
import { exponentOf, type StoreId } from '@regulars/core/shared';
import type { Database } from '../../foundation/database/database.ts';
import type { LearnPrior } from './learn-prior.ts';
import { rehearse } from './model-evidence.ts';
import { findModel, replaceModel } from './model-repository.ts';
import { readPurchases } from './read-purchases.ts';
import { readStoreDay } from './store-day.ts';

export interface RefitDeps {
  readonly database: Database;
  readonly learnPrior: LearnPrior;
  readonly monotonicMs: () => number;
}

/** A model is put to the test on the last part of the past: a quarter of it, but not more than half a year, nor less than four weeks. */
const heldOut = { share: 0.25, mostDays: 182, fewestDays: 28 } as const;

/**
 * Fits a store's model to all that was bought so far, and finds out how right it would have been. The purchases are read in
 * one transaction and the model written in another: no row is held while it is fitted.
 */
export async function refitModel({ database, learnPrior, monotonicMs }: RefitDeps, storeId: StoreId): Promise<void> {
  const startedMs = monotonicMs();
  const prior = await learnPrior(storeId);
  const { collector, today, minorPerUnit, countedPurchases } = await database.withStore(storeId, async (tx) => {
    const day = await readStoreDay(tx, storeId);
    const minor = 10 ** exponentOf(day.currency);
    const last = await findModel(tx, storeId);
    return {
      collector: await readPurchases(tx, storeId, minor),
      today: day.today,
      minorPerUnit: minor,
      countedPurchases: last?.newPurchases ?? 0,
    };
  });
  const store = collectStore(collector, { observedUntilDay: today });
  // Nobody has bought, or everybody's orders are gone again: the model stays.
  if (!store.ok) return;
  const known = holdOut(collector, today, store.value.firstDay);
  const fitted = {
    model: fitLifetimeModel(store.value, { prior }),
    evidence: known === null ? null : rehearse(known, { prior }, minorPerUnit),
    customers: store.value.histories.size,
    purchases: store.value.purchases,
  };
  const tookMs = monotonicMs() - startedMs;
  await database.withStore(storeId, (tx) => replaceModel(tx, storeId, { ...fitted, tookMs }, countedPurchases));
}

/** The store as it was known before the last part of its past; null when that is too short to tell anything. */
function holdOut(collector: HistoryCollector, today: number, firstDay: Int32Array) {
  const spanDays = today - firstDay.reduce((earliest, day) => Math.min(earliest, day), today);
  const days = Math.min(heldOut.mostDays, Math.floor(spanDays * heldOut.share));
  if (days < heldOut.fewestDays) return null;
  const known = collectStore(collector, { observedUntilDay: today, calibrationUntilDay: today - days });
  return known.ok ? known.value : null;
}
