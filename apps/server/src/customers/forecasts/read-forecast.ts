import { createScorer, type CustomerScore, type Intervals } from '@regulars/core/clv';
import { dayMs, exponentOf, toInstant, toIsoString, type CustomerId, type StoreId } from '@regulars/core/shared';
import type { z } from 'zod';
import type { Tx } from '../../foundation/database/database.ts';
import type { forecastAnswer } from './answers.ts';
import { toSummary } from './buyer.ts';
import { describeBasis } from './describe-basis.ts';
import { findForecast } from './forecast-repository.ts';
import { forecastTerms } from './forecast-terms.ts';
import { findModel } from './model-repository.ts';
import { readStoreDay } from './store-day.ts';

export type ForecastAnswer = z.output<typeof forecastAnswer>;

/**
 * All that is foreseen of one customer, with medians and intervals, worked out when it is asked for: about a millisecond.
 * Null of whom nothing is foreseen.
 */
export async function readForecast(tx: Tx, storeId: StoreId, customerId: CustomerId): Promise<ForecastAnswer | null> {
  const buyer = await findForecast(tx, storeId, customerId);
  const fitted = await findModel(tx, storeId);
  if (buyer === null || fitted === null) return null;
  const { today, currency } = await readStoreDay(tx, storeId);
  const minorPerUnit = 10 ** exponentOf(currency);
  const toMinor = (amount: number) => Math.round(amount * minorPerUnit);
  const score = createScorer(fitted.model, { ...forecastTerms, asOfDay: today }).score({
    summary: toSummary(buyer, minorPerUnit),
  });
  const { purchases, nextPurchase, lifetimeValue } = score;
  return {
    ...forecastTerms,
    currency,
    scoredOn: toDay(today),
    probabilityAlive: score.probabilityAlive,
    purchases: {
      expected: purchases.expected,
      median: purchases.median,
      intervals: toIntervals(purchases.intervals, (count) => count),
    },
    nextPurchase: { probability: nextPurchase.probability, ...toDays(nextPurchase, today), dueOn: toDay(buyer.dueDay) },
    expectedSpendMinor: toMinor(score.expectedSpend),
    value: {
      expectedMinor: toMinor(lifetimeValue.expected),
      medianMinor: toMinor(lifetimeValue.median),
      intervals: toIntervals(lifetimeValue.intervals, toMinor),
    },
    residualMinor: toMinor(score.residualValue),
    purchaseDays: buyer.days.length,
    basis: describeBasis(fitted),
  };
}

function toIntervals({ p50, p80, p95 }: Intervals, convert: (value: number) => number) {
  const toRange = ([low, high]: readonly [number, number]) => ({ low: convert(low), high: convert(high) });
  return { half: toRange(p50), most: toRange(p80), nearlyAll: toRange(p95) };
}

function toDays({ quantilesDays }: CustomerScore['nextPurchase'], today: number) {
  const on = (days: number | undefined) => (days === undefined ? null : toDay(today + Math.ceil(days)));
  return { earlyOn: on(quantilesDays?.q10), medianOn: on(quantilesDays?.q50), lateOn: on(quantilesDays?.q90) };
}

/** `2026-01-31` of days since 1970-01-01. */
export function toDay(days: number): string {
  return toIsoString(toInstant(days * dayMs)).slice(0, 'yyyy-mm-dd'.length);
}
