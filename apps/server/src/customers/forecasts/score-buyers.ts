import { createScorer } from '@regulars/core/clv';
import { exponentOf } from '@regulars/core/shared';
import { toSummary, type Buyer } from './buyer.ts';
import { createDueDays } from './due-days.ts';
import type { ScoredBuyer } from './forecast-repository.ts';
import { forecastTerms } from './forecast-terms.ts';
import type { ShelvedModel } from './model-shelf.ts';
import type { StoreDay } from './store-day.ts';

/** What is foreseen of one buyer, by the terms of `forecastTerms`: the means alone, as all buyers have them. */
export interface Forecast {
  /** To four digits, as what follows is rounded too: what differs by less is no news. */
  readonly probabilityAlive: number;
  readonly purchasesExpected: number;
  /** Of a purchase to come. */
  readonly spendMinor: number;
  /** Discounted. */
  readonly valueMinor: number;
  /** About when the next purchase was to be expected on the day of the last one; since 1970-01-01. */
  readonly dueDay: number;
}

/** Scores buyers by their store's model as of a day of the store. */
export function scoreBuyers(
  { model }: ShelvedModel,
  buyers: readonly Buyer[],
  { today, currency }: StoreDay,
): readonly ScoredBuyer[] {
  const minorPerUnit = 10 ** exponentOf(currency);
  const scorer = createScorer(model, { ...forecastTerms, asOfDay: today });
  const dueDayOf = createDueDays(model);
  return buyers.map((buyer) => {
    const estimate = scorer.estimate({ summary: toSummary(buyer, minorPerUnit) });
    return {
      ...buyer,
      probabilityAlive: round(estimate.probabilityAlive, 1e4),
      purchasesExpected: round(estimate.expectedTransactions, 1e4),
      spendMinor: Math.round(estimate.expectedSpend * minorPerUnit),
      valueMinor: Math.round(estimate.lifetimeValue * minorPerUnit),
      dueDay: dueDayOf(buyer.days),
    };
  });
}

function round(value: number, parts: number): number {
  return Math.round(value * parts) / parts;
}
