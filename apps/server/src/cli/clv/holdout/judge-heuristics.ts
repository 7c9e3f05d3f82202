import type { RehearsedHistories } from '@regulars/core/clv';
import {
  activityAccuracy,
  evaluateForecast,
  isActiveByHiatus,
  learnHiatus,
  learnPastScale,
  pastRate,
  scalePast,
  type CountedShare,
  type ForecastEvaluation,
} from '@regulars/core/clv/evidence';
import type { CollectedHistories } from '@regulars/core/clv/histories';

/** What a shop would foresee without a model. */
export interface Heuristics {
  /** All go on as before: x / T. */
  readonly pastRate: ForecastEvaluation;
  /** In proportion to the past, with the factor that an earlier split of the same store teaches; null without one. */
  readonly pastScaled: ForecastEvaluation | null;
  /** Whoever has been silent for longer than this is gone; learned like the factor. */
  readonly hiatus: (CountedShare & { readonly thresholdDays: number }) | null;
}

/** @param rehearsal an earlier split of the calibration, which the heuristics learn from. */
export function judgeHeuristics(store: CollectedHistories, rehearsal: RehearsedHistories | null): Heuristics {
  const { histories, holdout } = store;
  const actual = holdout?.transactions ?? new Uint32Array(histories.size);
  const duration = holdout?.duration ?? 0;
  return {
    pastRate: evaluateForecast({ predicted: pastRate(histories, duration), actual }),
    pastScaled: judgePastScale(store, rehearsal, actual, duration),
    hiatus: judgeHiatus(store, rehearsal, actual),
  };
}

function judgePastScale(
  { histories }: CollectedHistories,
  rehearsal: RehearsedHistories | null,
  actual: Uint32Array,
  duration: number,
): ForecastEvaluation | null {
  if (rehearsal?.holdout === null || rehearsal === null) return null;
  const { transactions, duration: rehearsed } = rehearsal.holdout;
  const scale = learnPastScale({ past: rehearsal.histories.frequency, future: transactions });
  if (scale === null || rehearsed <= 0) return null;
  const predicted = scalePast(histories.frequency, (scale * duration) / rehearsed);
  return evaluateForecast({ predicted, actual });
}

function judgeHiatus(
  store: CollectedHistories,
  rehearsal: RehearsedHistories | null,
  actual: Uint32Array,
): Heuristics['hiatus'] {
  if (rehearsal === null || rehearsal.holdout === null) return null;
  const hiatus = learnHiatus({ silence: silences(rehearsal), transactions: rehearsal.holdout.transactions });
  if (hiatus === null) return null;
  const probability = silences(store).map((silence) => (isActiveByHiatus(hiatus, silence) ? 1 : 0));
  return { ...activityAccuracy({ probability, transactions: actual }), thresholdDays: hiatus.threshold };
}

/** Days since the last purchase, as known at the end of the calibration. */
function silences({
  lastDay,
  observedUntilDay,
}: Pick<RehearsedHistories, 'lastDay' | 'observedUntilDay'>): Float64Array {
  return Float64Array.from(lastDay, (day) => observedUntilDay - day);
}
