import {
  createScorer,
  scoreAll,
  daysPerUnit,
  type CustomerScore,
  type LifetimeModel,
  type StorePurchases,
} from '@regulars/core/clv';
import { activityAccuracy, evaluateForecast, intervalCoverage, trackHoldout } from '@regulars/core/clv/evidence';
import { summaryOf, type CollectedHistories } from '@regulars/core/clv/histories';
import type { HoldoutEvidence } from './holdout-evidence.ts';
import { judgeHeuristics } from './judge-heuristics.ts';

/** So many customers' medians and intervals are looked at; each takes some tenths of a millisecond. */
const mostLookedAt = 3_000;

/** Compares what a model foresaw at the end of the calibration with what came until the end of observation. */
export function judgeForecast(
  model: LifetimeModel,
  store: CollectedHistories & StorePurchases,
  hasAmounts: boolean,
): HoldoutEvidence | null {
  const { holdout, histories } = store;
  if (holdout === null) return null;
  const horizonDays = Math.round(holdout.duration * daysPerUnit[histories.timeUnit]);
  const scores = scoreAll(model, store, { horizonDays, annualDiscountRate: 0 });
  const actual = holdout.transactions;
  return {
    calibrationUntilDay: store.observedUntilDay,
    observedUntilDay: store.observedUntilDay + horizonDays,
    expected: scores.expectedTransactions,
    actual,
    means: evaluateForecast({ predicted: scores.expectedTransactions, actual }),
    ...judgeDistributions(model, store, actual, horizonDays),
    activity: activityAccuracy({ probability: scores.probabilityAlive, transactions: actual }),
    tracking: trackHoldout(model, store),
    spend: hasAmounts ? evaluateForecast({ predicted: scores.lifetimeValue, actual: holdout.spend }) : null,
    heuristics: judgeHeuristics(store, store.rehearsal ?? null),
  };
}

/** Medians and intervals: of every customer, or of every so many-th of a large store. */
function judgeDistributions(
  model: LifetimeModel,
  store: CollectedHistories,
  actual: Uint32Array,
  horizonDays: number,
): Pick<HoldoutEvidence, 'medians' | 'ofMedians' | 'coverage'> {
  const { size } = store.histories;
  const step = Math.max(1, Math.ceil(size / mostLookedAt));
  const looked = Math.ceil(size / step);
  const scorer = createScorer(model, { horizonDays, annualDiscountRate: 0 });
  const came = new Uint32Array(looked);
  const predicted = new Float64Array(looked);
  const medians = new Float64Array(size).fill(Number.NaN);
  const bounds = { p50: columns(looked), p80: columns(looked), p95: columns(looked) };
  const known = new Map<string, CustomerScore['purchases']>();
  for (let place = 0, row = 0; row < size; place += 1, row += step) {
    const summary = summaryOf(store, row);
    // Of most customers there are others who bought as often on the same days.
    const key = `${summary.purchaseDays} ${summary.firstDay} ${summary.lastDay}`;
    const purchases = known.get(key) ?? scorer.purchases({ summary });
    known.set(key, purchases);
    came[place] = actual[row] ?? 0;
    predicted[place] = purchases.median;
    medians[row] = purchases.median;
    for (const level of ['p50', 'p80', 'p95'] as const)
      [bounds[level].low[place], bounds[level].high[place]] = purchases.intervals[level];
  }
  return {
    medians,
    ofMedians: evaluateForecast({ predicted, actual: came }),
    coverage: {
      p50: intervalCoverage({ ...bounds.p50, actual: came }),
      p80: intervalCoverage({ ...bounds.p80, actual: came }),
      p95: intervalCoverage({ ...bounds.p95, actual: came }),
    },
  };
}

function columns(size: number): { readonly low: Float64Array; readonly high: Float64Array } {
  return { low: new Float64Array(size), high: new Float64Array(size) };
}
