import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adversarialHistories } from '../../../../test-support/clv/adversarial-histories.ts';
import { fitTransactionModel } from '../../fitting/fit-transaction-model.ts';
import type { PurchaseHistories } from '../../histories/purchase-histories.ts';
import { newcomer, type PurchaseHistory } from '../../histories/purchase-history.ts';
import { discountedResidualTransactions } from './discounted-residual-transactions.ts';
import { paretoNbd } from './pareto-nbd.ts';

const isShare = (value: number) => value >= 0 && value <= 1;
const isAmount = (value: number) => value >= 0 && value < Infinity;

/** Whether every answer is in its natural range; a single truth, for `expect` of each would take longer than the work. */
function saysNothingAbsurd(parameters: readonly number[], history: PurchaseHistory): boolean {
  const forecast = paretoNbd.forecast(parameters);
  return [0, 1, 1e5].every(
    (duration) =>
      isShare(forecast.probabilityAlive(history, duration)) &&
      isShare(forecast.probabilityOfNone(history, duration)) &&
      isAmount(forecast.expectedTransactions(history, duration)) &&
      forecast.transactionProbabilities(history, duration, 3).every((each) => each >= 0 && each <= 1 + 1e-12) &&
      isAmount(discountedResidualTransactions(parameters, history, 1e-3)) &&
      Number.isFinite(forecast.logLikelihood(history)),
  );
}

/** More customers make a store slower to fit, not harder. */
function firstFew(histories: PurchaseHistories): PurchaseHistories {
  const size = Math.min(histories.size, 3);
  const few = (column: Float64Array) => column.slice(0, size);
  const { frequency, recency, age, meanSpend } = histories;
  return {
    ...histories,
    size,
    frequency: few(frequency),
    recency: few(recency),
    age: few(age),
    meanSpend: few(meanSpend),
  };
}

test('whatever the store, fitting ends within 50 iterations with a verdict and numbers that can be used', () => {
  fc.assert(
    fc.property(adversarialHistories.map(firstFew), (histories) => {
      const fit = fitTransactionModel(paretoNbd, histories);
      expect(fit.iterations).toBeLessThanOrEqual(50);
      expect(fit.verdict.message).not.toBe('');
      expect(fit.parameters.every((value) => value > 0 && value < Infinity)).toBe(true);
      expect(fit.standardErrors.every((error) => error === null || isAmount(error))).toBe(true);
      expect(fit.logCovariance.every(Number.isFinite)).toBe(true);
      expect(fit.logLikelihood).toBeLessThan(Infinity);
      expect(fit.logLikelihood).toBeGreaterThan(-Infinity);
      const [frequency, recency, age] = [histories.frequency[0]!, histories.recency[0]!, histories.age[0]!];
      expect(saysNothingAbsurd(fit.parameters, { frequency, recency, age })).toBe(true);
      expect(saysNothingAbsurd(fit.parameters, newcomer)).toBe(true);
    }),
    { numRuns: 1000 },
  );
}, 120_000);

const positive = fc.double({ min: -9, max: 9, noNaN: true }).map((exponent) => 10 ** exponent);
const history = fc
  .tuple(fc.oneof(fc.constantFrom(0, 1, 1e6), fc.nat(300)), fc.double({ min: 0, max: 1, noNaN: true }), positive)
  .map(([frequency, share, age]) => ({ frequency, recency: frequency === 0 ? 0 : share * age, age }));

test('every answer is finite and in its range, with parameters from 1e-9 to 1e9 and any history', () => {
  fc.assert(
    fc.property(fc.tuple(positive, positive, positive, positive), history, (parameters, customer) =>
      saysNothingAbsurd(parameters, customer),
    ),
    { numRuns: 300 },
  );
});
