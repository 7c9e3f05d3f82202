import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adversarialHistories } from '../../../../test-support/clv/adversarial-histories.ts';
import { expectUsableForecast } from '../../../../test-support/clv/expect-usable-forecast.ts';
import { findFault, findFaultOfParameters } from '../../../../test-support/clv/find-fault.ts';
import { besideOf } from '../../../../test-support/clv/beside-of.ts';
import { fitTransactionModel } from '../../fitting/fit-transaction-model.ts';
import { fitRegularity } from './fit-regularity.ts';
import { mbgCnbdK } from './mbg-cnbd-k.ts';

const parameter = fc.constantFrom(1e-8, 1e-3, 0.5, 1, 2, 50, 1e4, 1e8).chain(besideOf);
const history = fc
  .record({
    frequency: fc.constantFrom(0, 0, 1, 2, 3, 10, 100, 5_000, 1_000_000),
    age: fc.constantFrom(0, 1e-6, 1, 272 / 7, 364, 3_650),
    share: fc.constantFrom(0, 1e-9, 0.5, 1 - 2 ** -53, 1),
  })
  .map(({ frequency, age, share }) => ({ frequency, recency: frequency === 0 ? 0 : share * age, age }));

test('whatever the parameters, the history and k, what is foreseen is finite and in its natural range', () => {
  fc.assert(
    fc.property(
      fc.tuple(parameter, parameter, parameter, parameter),
      history,
      fc.constantFrom(1, 2, 3, 8),
      (...given) => {
        const [parameters, customer, k] = given;
        expectUsableForecast(mbgCnbdK(k).forecast(parameters), customer, [0, 1, 365]);
      },
    ),
    { numRuns: 80 },
  );
}, 60_000);

test('whatever the store and k, fitting ends within 50 iterations with a verdict and finite parameters', () => {
  fc.assert(
    fc.property(adversarialHistories, fc.integer({ min: 1, max: 8 }), (histories, k) => {
      expect(findFaultOfParameters(fitTransactionModel(mbgCnbdK(k), histories))).toBeNull();
    }),
    { numRuns: 120 },
  );
}, 60_000);

test('whatever the store, what a fit foresees of its customers can be used', () => {
  fc.assert(
    fc.property(adversarialHistories, fc.constantFrom(2, 3), (histories, k) => {
      expect(findFault(fitTransactionModel(mbgCnbdK(k), histories), mbgCnbdK(k), histories)).toBeNull();
    }),
    { numRuns: 15 },
  );
}, 60_000);

test('whatever the store, a k is found, with and without gaps', () => {
  fc.assert(
    fc.property(adversarialHistories, fc.boolean(), (histories, known) => {
      const { frequency, recency } = histories;
      const logGaps = frequency.map((x, row) => (x === 0 ? 0 : x * Math.log((recency[row]! + 1e-3) / x)));
      const fit = fitRegularity({ ...histories, logGaps: known ? logGaps : null });
      expect(fit.k >= 1 && fit.k <= 8).toBe(true);
      expect(findFaultOfParameters(fit)).toBeNull();
    }),
    { numRuns: 30 },
  );
}, 60_000);
