import { fitLifetimeModel } from '@regulars/core/clv';
import type { HistoryCollector } from '@regulars/core/clv/histories';
import { hasAmounts, type Analysis } from '../analysis.ts';
import type { HoldoutEvidence } from '../holdout/holdout-evidence.ts';
import { judgeForecast } from '../holdout/judge-forecast.ts';
import { track, type Tracking } from './track.ts';

/** How the model does on the store's own past. */
export interface Rehearsal {
  readonly evidence: HoldoutEvidence;
  readonly tracking: Tracking;
  /** Purchases after the first, by customer, as known at the end of the calibration. */
  readonly frequency: Float64Array;
}

const heldBackShare = 1 / 3;
const mostHeldBackDays = 365;
const fewestHeldBackDays = 28;

/**
 * What the calibration that was asked for showed, or else the same model fitted to the first two thirds of the time and
 * compared with the rest. null where there is too little time for either.
 */
export function rehearse(analysis: Analysis, collector: HistoryCollector): Rehearsal | null {
  const { store, model, holdout } = analysis;
  if (holdout !== null) {
    const { frequency } = store.histories;
    return { evidence: holdout, tracking: track(model, store, holdout.observedUntilDay), frequency };
  }
  const { observedUntilDay } = store;
  const spanDays = observedUntilDay - store.daily.fromDay;
  const heldBackDays = Math.round(Math.min(mostHeldBackDays, spanDays * heldBackShare));
  if (heldBackDays < fewestHeldBackDays) return null;
  const calibrationUntilDay = observedUntilDay - heldBackDays;
  const earlier = collector.finish({ observedUntilDay, calibrationUntilDay });
  if (!earlier.ok) return null;
  const { modelId, k } = model.transactions;
  const season = model.season === null ? 'none' : 'auto';
  const fitted = fitLifetimeModel(earlier.value, { model: modelId, regularity: k, season });
  const evidence = judgeForecast(fitted, earlier.value, hasAmounts(analysis));
  if (evidence === null) return null;
  const tracking = track(fitted, earlier.value, observedUntilDay);
  return { evidence, tracking, frequency: earlier.value.histories.frequency };
}
