import { fitLifetimeModel, type LifetimeModel, type TransactionFit } from '@regulars/core/clv';
import { collectStore, type HistoryCollector } from '@regulars/core/clv/histories';
import type { AgencyPrior } from '@regulars/core/clv/priors';
import { rehearse, type ModelEvidence } from './model-evidence.ts';
import { collectPages, type PurchasePage } from './purchase-pages.ts';

/** All that fitting a store takes; it may be sent to another thread. */
export interface FitTask {
  readonly pages: readonly PurchasePage[];
  readonly today: number;
  readonly minorPerUnit: number;
  readonly prior: AgencyPrior;
  /** The model to be fitted anew; null to choose among all of them, and put the chosen one to the test. */
  readonly chosen: Pick<TransactionFit, 'modelId' | 'k'> | null;
}

export interface FittedStore {
  readonly model: LifetimeModel;
  /** Null, too, where the model was given. */
  readonly evidence: ModelEvidence | null;
  readonly customers: number;
  readonly purchases: number;
}

/** A model is put to the test on the last part of the past: a quarter of it, but not more than half a year, nor less than four weeks. */
const heldOut = { share: 0.25, mostDays: 182, fewestDays: 28 } as const;

/**
 * Fits a store's model to all that was bought; where none is given, finds the best one and how right it would have been.
 *
 * @returns null when nobody has bought.
 */
export function fitStore({ pages, today, minorPerUnit, prior, chosen }: FitTask): FittedStore | null {
  const collector = collectPages(pages);
  const store = collectStore(collector, { observedUntilDay: today });
  if (!store.ok) return null;
  const known = chosen === null ? holdOut(collector, today, store.value.firstDay) : null;
  const asked = chosen === null ? {} : { model: chosen.modelId, regularity: chosen.k, season: 'auto' as const };
  return {
    model: fitLifetimeModel(store.value, { prior, ...asked }),
    evidence: known === null ? null : rehearse(known, { prior }, minorPerUnit),
    customers: store.value.histories.size,
    purchases: store.value.purchases,
  };
}

/** The store as it was known before the last part of its past; null when that is too short to tell anything. */
function holdOut(collector: HistoryCollector, today: number, firstDay: Int32Array) {
  const spanDays = today - firstDay.reduce((earliest, day) => Math.min(earliest, day), today);
  const days = Math.min(heldOut.mostDays, Math.floor(spanDays * heldOut.share));
  if (days < heldOut.fewestDays) return null;
  const known = collectStore(collector, { observedUntilDay: today, calibrationUntilDay: today - days });
  return known.ok ? known.value : null;
}
