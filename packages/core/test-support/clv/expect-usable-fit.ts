import { expect } from 'vitest';
import type { TransactionFit } from '../../src/clv/fitting/transaction-fit.ts';
import type { PurchaseHistories } from '../../src/clv/histories/purchase-histories.ts';
import { newcomer } from '../../src/clv/histories/purchase-history.ts';
import type { TransactionModel } from '../../src/clv/models/transaction-model.ts';

/** A fit says how it ended, in finite numbers. */
export function expectUsableParameters(fit: TransactionFit): void {
  expect(fit.iterations).toBeLessThanOrEqual(50);
  expect(fit.verdict.message).not.toBe('');
  for (const value of fit.parameters) expect(value > 0 && value < Infinity).toBe(true);
  for (const error of fit.standardErrors) expect(error === null || (error >= 0 && error < Infinity)).toBe(true);
  expect(fit.logCovariance.every(Number.isFinite)).toBe(true);
  expect(fit.logLikelihood).not.toBeNaN();
}

/** A fit says how it ended, in finite numbers, and what it foresees of customers lies in its natural range. */
export function expectUsableFit(fit: TransactionFit, model: TransactionModel, histories: PurchaseHistories): void {
  expectUsableParameters(fit);
  const forecast = model.forecast(fit.parameters);
  const customers = [newcomer];
  for (let row = 0; row < histories.size; row += 1) {
    const [frequency, recency, age] = [histories.frequency[row]!, histories.recency[row]!, histories.age[row]!];
    customers.push({ frequency, recency, age });
  }
  for (const customer of customers.slice(0, 8)) {
    for (const duration of [0, 1, 52]) {
      const purchases = forecast.expectedTransactions(customer, duration);
      expect(purchases >= 0 && purchases < Infinity).toBe(true);
      const none = forecast.probabilityOfNone(customer, duration);
      expect(none >= 0 && none <= 1).toBe(true);
      const alive = forecast.probabilityAlive(customer, duration);
      expect(alive >= 0 && alive <= 1).toBe(true);
    }
  }
}
