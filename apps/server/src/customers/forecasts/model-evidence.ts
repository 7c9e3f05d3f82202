import {
  createScorer,
  fitLifetimeModel,
  type LifetimeModelOptions,
  type Scorer,
  type StorePurchases,
} from '@regulars/core/clv';
import { evaluateForecast, pastRate } from '@regulars/core/clv/evidence';
import { summaryOf, type CollectedHistories, type Holdout } from '@regulars/core/clv/histories';
import { forecastTerms } from './forecast-terms.ts';

/** How right a store's model would have been, had it been asked some time ago. Money in minor units. */
export interface ModelEvidence {
  /** The last day it was told of, since 1970-01-01, and how many days after it it foretold. */
  readonly knownUntilDay: number;
  readonly days: number;
  readonly customers: number;
  readonly purchasesExpected: number;
  readonly purchasesActual: number;
  readonly spendExpectedMinor: number;
  readonly spendActualMinor: number;
  /** Purchases per customer: of the medians, and of “they buy as often as so far”. */
  readonly meanAbsoluteError: number;
  readonly meanAbsoluteErrorOfPast: number;
  /** Share of a sample whose purchases fell into their 80 percent interval. */
  readonly coverage: number;
  readonly rankCorrelation: number | null;
}

const sampleSize = 100;

/**
 * Lets a model that was told of the earlier part of a store's past alone foretell the later part.
 *
 * @param store with what came later held out.
 * @returns null when nothing is held out.
 */
export function rehearse(
  store: CollectedHistories & StorePurchases,
  options: LifetimeModelOptions,
  minorPerUnit: number,
): ModelEvidence | null {
  const { holdout, histories, observedUntilDay } = store;
  if (holdout === null) return null;
  const days = holdout.duration;
  const scorer = createScorer(fitLifetimeModel(store, options), {
    ...forecastTerms,
    horizonDays: days,
    annualDiscountRate: 0,
    asOfDay: observedUntilDay,
  });
  const predicted = new Float64Array(histories.size);
  let spendExpected = 0;
  for (let row = 0; row < histories.size; row += 1) {
    const estimate = scorer.estimate({ summary: summaryOf(store, row) });
    predicted[row] = estimate.expectedTransactions;
    spendExpected += estimate.lifetimeValue;
  }
  const actual = holdout.transactions;
  const evaluation = evaluateForecast({ predicted, actual });
  const ofPast = evaluateForecast({ predicted: pastRate(histories, days), actual });
  return {
    knownUntilDay: observedUntilDay,
    days,
    customers: histories.size,
    purchasesExpected: sum(predicted),
    purchasesActual: sum(actual),
    spendExpectedMinor: Math.round(spendExpected * minorPerUnit),
    spendActualMinor: Math.round(sum(holdout.spend) * minorPerUnit),
    meanAbsoluteError: evaluation.mae ?? 0,
    meanAbsoluteErrorOfPast: ofPast.mae ?? 0,
    coverage: measureCoverage(store, holdout, scorer),
    rankCorrelation: evaluation.spearman,
  };
}

function measureCoverage(store: CollectedHistories, { transactions }: Holdout, scorer: Scorer): number {
  const { size } = store.histories;
  const count = Math.min(size, sampleSize);
  let covered = 0;
  for (let nth = 0; nth < count; nth += 1) {
    const row = Math.floor((nth * size) / count);
    const [low, high] = scorer.score({ summary: summaryOf(store, row) }).purchases.intervals.p80;
    const came = transactions[row] ?? 0;
    if (came >= low && came <= high) covered += 1;
  }
  return covered / count;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
