import { expect } from 'vitest';
import type { PurchaseHistory } from '../../src/clv/histories/purchase-history.ts';
import type { TransactionForecast } from '../../src/clv/models/transaction-model.ts';

/** Probabilities are in [0, 1] and fit together; purchases do not become fewer, nor silence likelier, with time. */
export function expectUsableForecast(
  forecast: TransactionForecast,
  history: PurchaseHistory,
  durations: readonly number[],
): void {
  expect(Number.isFinite(forecast.logLikelihood(history))).toBe(true);
  let [before, silent] = [0, 1];
  for (const duration of durations) {
    const alive = forecast.probabilityAlive(history, duration);
    expect(alive >= 0 && alive <= 1).toBe(true);
    const purchases = forecast.expectedTransactions(history, duration);
    expect(purchases < Infinity && purchases >= before * (1 - 1e-9)).toBe(true);
    const none = forecast.probabilityOfNone(history, duration);
    expect(none >= 0 && none <= Math.min(1, silent + 1e-12)).toBe(true);
    expect(1 - none).toBeLessThanOrEqual(purchases * (1 + 1e-9) + 1e-12);
    const law = forecast.transactionProbabilities(history, duration, 5);
    expect(law.every((each) => each >= 0 && each <= 1)).toBe(true);
    expect(law.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(1 + 1e-9);
    expect(Math.abs(law[0]! - none)).toBeLessThan(1e-9);
    [before, silent] = [purchases, none];
  }
}
