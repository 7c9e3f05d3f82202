import type { CountedShare, ForecastEvaluation } from '@regulars/core/clv/evidence';
import { toIsoDate } from '../cells/calendar.ts';
import type { HoldoutEvidence } from '../holdout/holdout-evidence.ts';

/** How the forecast did, for `--json`. Figures that cannot be said of these customers are null. */
export function toHoldoutDocument(evidence: HoldoutEvidence): Record<string, unknown> {
  const { means, ofMedians, coverage, activity, tracking, spend, heuristics } = evidence;
  return {
    from: toIsoDate(evidence.calibrationUntilDay + 1),
    until: toIsoDate(evidence.observedUntilDay),
    days: evidence.observedUntilDay - evidence.calibrationUntilDay,
    customers: means.n,
    transactions: evidence.actual.reduce((sum, count) => sum + count, 0),
    expectedTransactions: evidence.expected.reduce((sum, mean) => sum + mean, 0),
    ...toMetrics(means),
    medianMae: ofMedians.mae,
    deciles: means.deciles,
    coverage: {
      p50: toShare(coverage.p50),
      p80: toShare(coverage.p80),
      p95: toShare(coverage.p95),
    },
    activityAccuracy: toShare(activity),
    tracking: { weeks: tracking.n, cumulativeMape: tracking.cumulative, weeklyMape: tracking.byPeriod },
    spend: spend && toMetrics(spend),
    heuristics: {
      pastRate: toMetrics(heuristics.pastRate),
      pastScaled: heuristics.pastScaled && toMetrics(heuristics.pastScaled),
      hiatus: heuristics.hiatus && {
        thresholdDays: heuristics.hiatus.thresholdDays,
        activityAccuracy: toShare(heuristics.hiatus),
      },
    },
  };
}

function toMetrics({ mae, rmse, bias, correlation, normalizedGini, spearman }: ForecastEvaluation) {
  return { mae, rmse, bias, correlation, normalizedGini, spearman };
}

function toShare({ n, share, interval }: CountedShare) {
  return { n, share, interval };
}
