import {
  createScorer,
  daysPerUnit,
  getTransactionModel,
  type LifetimeModel,
  type PurchaseSummary,
} from '@regulars/core/clv';
import { toPurchaseHistory } from '@regulars/core/clv/histories';
import type { Random } from '@regulars/core/shared';
import { forecastTerms } from './forecast-terms.ts';

const drawCount = 30;

export interface SpreadOptions {
  /** How many the sample stands for. */
  readonly customers: number;
  readonly today: number;
  readonly random: Random;
}

/**
 * The standard deviation of what all customers bring, estimated from a sample of them: what is not known of the
 * parameters moves all of them the same way, and chance each for themselves. For each of some possible sets of parameters
 * the sample's expected value is added up, and one possible future of it is drawn. The season is left out of the latter.
 */
export function estimateSpread(
  model: LifetimeModel,
  sample: readonly PurchaseSummary[],
  { customers, today, random }: SpreadOptions,
): number {
  if (sample.length === 0) return 0;
  const expected: number[] = [];
  const chance: number[] = [];
  for (let nth = 0; nth < drawCount; nth += 1) {
    const drawn = drawModel(model, nth);
    const scorer = createScorer(drawn, { ...forecastTerms, asOfDay: today });
    const { modelId, k, parameters } = drawn.transactions;
    const forecast = getTransactionModel(modelId, k).forecast(parameters);
    const duration = forecastTerms.horizonDays / daysPerUnit[model.timeUnit];
    let [sumExpected, sumChance] = [0, 0];
    for (const summary of sample) {
      const estimate = scorer.estimate({ summary });
      const history = toPurchaseHistory(summary, { observedUntilDay: today, timeUnit: model.timeUnit });
      // Whose last day is still to come, in a store that was moved to another zone.
      if (!history.ok) continue;
      const purchases = forecast.drawPurchases(history.value, duration, random).length;
      sumExpected += estimate.lifetimeValue;
      sumChance += (purchases - forecast.expectedTransactions(history.value, duration)) * estimate.expectedSpend;
    }
    expected.push(sumExpected);
    chance.push(sumChance);
  }
  const scale = customers / sample.length;
  return Math.sqrt(scale ** 2 * variance(expected) + scale * variance(chance));
}

function drawModel(model: LifetimeModel, nth: number): LifetimeModel {
  const { transactions, spend } = model.draws;
  const place = Math.floor((nth * transactions.length) / drawCount);
  const parameters = transactions[place] ?? model.transactions.parameters;
  const [p = model.spend.p, q = model.spend.q, gamma = model.spend.gamma] = spend[place] ?? [];
  return { ...model, transactions: { ...model.transactions, parameters }, spend: { ...model.spend, p, q, gamma } };
}

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}
