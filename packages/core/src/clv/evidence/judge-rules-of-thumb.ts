import type { CollectedHistories, Holdout } from '../histories/collected-histories.ts';
import type { RehearsedHistories, StorePurchases } from '../histories/store-purchases.ts';
import { activityAccuracy } from './activity-accuracy.ts';
import type { CountedShare } from './counted-share.ts';
import { evaluateForecast, type ForecastEvaluation } from './evaluate-forecast.ts';
import { isActiveByHiatus, learnHiatus } from './hiatus.ts';
import { pastRate } from './past-rate.ts';
import { learnPastScale, scalePast } from './past-scale.ts';

/** What a shop would foretell without a model; null what only an earlier split can teach, where there is none. */
export interface JudgedRules {
  /** All go on as before: x / T. */
  readonly pastRate: ForecastEvaluation;
  /** In proportion to what they bought so far. */
  readonly pastScaled: ForecastEvaluation | null;
  /** Whoever has been silent for longer than this is gone. */
  readonly hiatus: (CountedShare & { readonly thresholdDays: number }) | null;
}

/** Compares rules of thumb with what came. What they have to learn, they learn from the rehearsal, never from the holdout. */
export function judgeRulesOfThumb(store: CollectedHistories & StorePurchases, holdout: Holdout): JudgedRules {
  const { histories, rehearsal } = store;
  const { transactions: actual, duration } = holdout;
  const predicted = pastRate(histories, duration);
  const learned = rehearsal?.holdout ? learn(rehearsal, rehearsal.holdout) : null;
  const scaled = learned === null || learned.scalePerUnit === null ? null : learned.scalePerUnit * duration;
  const hiatus = learned?.hiatus ?? null;
  return {
    pastRate: evaluateForecast({ predicted, actual }),
    pastScaled:
      scaled === null ? null : evaluateForecast({ predicted: scalePast(histories.frequency, scaled), actual }),
    hiatus:
      hiatus === null
        ? null
        : {
            ...activityAccuracy({
              probability: toSilences(store).map((silence) => (isActiveByHiatus(hiatus, silence) ? 1 : 0)),
              transactions: actual,
            }),
            thresholdDays: hiatus.threshold,
          },
  };
}

function learn(rehearsal: RehearsedHistories, holdout: Holdout) {
  const scale = learnPastScale({ past: rehearsal.histories.frequency, future: holdout.transactions });
  return {
    scalePerUnit: scale === null ? null : scale / holdout.duration,
    hiatus: learnHiatus({ silence: toSilences(rehearsal), transactions: holdout.transactions }),
  };
}

/** Days since the last purchase. */
function toSilences({ lastDay, observedUntilDay }: Pick<RehearsedHistories, 'lastDay' | 'observedUntilDay'>) {
  return Float64Array.from(lastDay, (day) => observedUntilDay - day);
}
