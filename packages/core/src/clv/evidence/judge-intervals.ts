import type { CollectedHistories, Holdout } from '../histories/collected-histories.ts';
import { summaryOf } from '../histories/collected-histories.ts';
import { sampleRows } from '../histories/sample-histories.ts';
import type { LifetimeModel } from '../lifetime-model.ts';
import { createScorer } from '../scoring/create-scorer.ts';
import type { Intervals } from '../scoring/customer-score.ts';
import { activityAccuracy } from './activity-accuracy.ts';
import type { CountedShare } from './counted-share.ts';
import { evaluateForecast, type ForecastEvaluation } from './evaluate-forecast.ts';
import { intervalCoverage } from './interval-coverage.ts';

/** How many of the amounts lay within their intervals. */
export type Coverage = Readonly<Record<keyof Intervals, CountedShare>>;

export interface JudgedIntervals {
  /** Of the median number of purchases. */
  readonly medians: ForecastEvaluation;
  /** Who bought again, told by the median: by whether that is likelier than not. */
  readonly activity: CountedShare;
  readonly purchases: Coverage;
  /** Of the money spent, undiscounted. */
  readonly spend: Coverage;
}

/** Each customer's intervals take about a millisecond: so many are looked at. */
const mostCustomers = 3_000;

/** Compares medians and intervals with what came. */
export function judgeIntervals(
  model: LifetimeModel,
  store: CollectedHistories,
  holdout: Holdout,
  horizonDays: number,
): JudgedIntervals {
  const rows = sampleRows(store.histories.size, mostCustomers) ?? Int32Array.from(holdout.transactions.keys());
  const scorer = createScorer(model, { horizonDays, annualDiscountRate: 0 });
  const scores = Array.from(rows, (row) => scorer.score({ summary: summaryOf(store, row) }));
  const transactions = Array.from(rows, (row) => holdout.transactions[row] ?? 0);
  const spend = Array.from(rows, (row) => holdout.spend[row] ?? 0);
  const medians = scores.map(({ purchases }) => purchases.median);
  return {
    medians: evaluateForecast({ predicted: medians, actual: transactions }),
    activity: activityAccuracy({ probability: medians.map((median) => Math.min(1, median)), transactions }),
    purchases: cover(
      scores.map(({ purchases }) => purchases.intervals),
      transactions,
    ),
    spend: cover(
      scores.map(({ lifetimeValue }) => lifetimeValue.intervals),
      spend,
    ),
  };
}

function cover(intervals: readonly Intervals[], actual: readonly number[]): Coverage {
  const at = (level: keyof Intervals) =>
    intervalCoverage({
      low: intervals.map((each) => each[level][0]),
      high: intervals.map((each) => each[level][1]),
      actual,
    });
  return { p50: at('p50'), p80: at('p80'), p95: at('p95') };
}
