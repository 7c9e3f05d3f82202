import { fitLifetimeModel } from '../fit-lifetime-model.ts';
import type { CollectedHistories } from '../histories/collected-histories.ts';
import type { StorePurchases } from '../histories/store-purchases.ts';
import type { LifetimeModel } from '../lifetime-model.ts';
import type { LifetimeModelOptions } from '../lifetime-model-options.ts';
import { scoreAll } from '../scoring/score-all.ts';
import { daysPerUnit } from '../time-unit.ts';
import { activityAccuracy } from './activity-accuracy.ts';
import type { CountedShare } from './counted-share.ts';
import { evaluateForecast, type ForecastEvaluation } from './evaluate-forecast.ts';
import { judgeIntervals, type JudgedIntervals } from './judge-intervals.ts';
import { judgeRulesOfThumb, type JudgedRules } from './judge-rules-of-thumb.ts';
import { trackHoldout } from './track-holdout.ts';
import type { TrackingError } from './tracking-mape.ts';

/** How a model did in foretelling what was held out. */
export interface BackTest {
  /** Fitted to the calibration alone. */
  readonly model: LifetimeModel;
  readonly holdoutDays: number;
  /** Of the mean number of purchases. */
  readonly transactions: ForecastEvaluation;
  /** Of the money spent, undiscounted. */
  readonly spend: ForecastEvaluation;
  /** Who bought again, told by P(alive) > ½. */
  readonly activity: CountedShare;
  /** Week by week. */
  readonly tracking: TrackingError;
  /** Medians, and how often what came lay within the intervals: of every customer, or of some of a large store. */
  readonly intervals: JudgedIntervals;
  /** What the model has to beat. */
  readonly rulesOfThumb: JudgedRules;
}

/**
 * Fits a model to a store's calibration and compares what it foretells with what was held out.
 *
 * @param store with a holdout; rules of thumb that are learned need a rehearsal too, as `collectStore` gives it.
 * @throws RangeError when nothing is held out.
 * @example
 * ```ts
 * const store = collectStore(collector, { calibrationUntilDay: 17_900, observedUntilDay: 18_000 });
 * if (store.ok) backTest(store.value).transactions.bias; // −0.1 is a tenth too little over all
 * ```
 */
export function backTest(store: CollectedHistories & StorePurchases, options: LifetimeModelOptions = {}): BackTest {
  const { holdout, histories } = store;
  if (holdout === null) throw new RangeError('A back-test needs a holdout.');
  const model = fitLifetimeModel(store, options);
  const holdoutDays = Math.round(holdout.duration * daysPerUnit[histories.timeUnit]);
  const scores = scoreAll(model, store, { horizonDays: holdoutDays, annualDiscountRate: 0 });
  return {
    model,
    holdoutDays,
    transactions: evaluateForecast({ predicted: scores.expectedTransactions, actual: holdout.transactions }),
    spend: evaluateForecast({ predicted: scores.lifetimeValue, actual: holdout.spend }),
    activity: activityAccuracy({ probability: scores.probabilityAlive, transactions: holdout.transactions }),
    tracking: trackHoldout(model, store),
    intervals: judgeIntervals(model, store, holdout, holdoutDays),
    rulesOfThumb: judgeRulesOfThumb(store, holdout),
  };
}
