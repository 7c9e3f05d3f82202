import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adversarialHistories } from '../../../../test-support/clv/adversarial-histories.ts';
import { findFaultOfParameters } from '../../../../test-support/clv/find-fault.ts';
import { firstFew } from '../../../../test-support/clv/first-few.ts';
import { fitTransactionModel } from '../../fitting/fit-transaction-model.ts';
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

test('whatever the store, fitting ends within 50 iterations with a verdict and numbers that can be used', () => {
  fc.assert(
    fc.property(adversarialHistories.map(firstFew), (histories) => {
      const fit = fitTransactionModel(paretoNbd, histories);
      expect(findFaultOfParameters(fit)).toBeNull();
      const [frequency, recency, age] = [histories.frequency[0]!, histories.recency[0]!, histories.age[0]!];
      expect(saysNothingAbsurd(fit.parameters, { frequency, recency, age })).toBe(true);
      expect(saysNothingAbsurd(fit.parameters, newcomer)).toBe(true);
    }),
    { numRuns: 250 },
  );
}, 60_000);

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
}, 60_000);
