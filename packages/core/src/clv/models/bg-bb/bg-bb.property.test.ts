import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adversarialHistories } from '../../../../test-support/clv/adversarial-histories.ts';
import { besideOf } from '../../../../test-support/clv/beside-of.ts';
import { expectUsableForecast } from '../../../../test-support/clv/expect-usable-forecast.ts';
import { findFault } from '../../../../test-support/clv/find-fault.ts';
import { withFewOpportunities } from '../../../../test-support/clv/with-few-opportunities.ts';
import { fitTransactionModel } from '../../fitting/fit-transaction-model.ts';
import { bgBb } from './bg-bb.ts';

const parameter = fc.constantFrom(1e-8, 1e-3, 0.5, 1, 2, 50, 1e4, 1e8).chain(besideOf);
const history = fc
  .record({
    frequency: fc.constantFrom(0, 0, 1, 2, 6, 40, 1_000_000),
    age: fc.constantFrom(0, 1e-6, 1, 6, 52, 300.5),
    share: fc.constantFrom(0, 1e-9, 0.5, 1 - 2 ** -53, 1),
  })
  .map(({ frequency, age, share }) => ({ frequency, recency: frequency === 0 ? 0 : share * age, age }));

test('whatever the parameters and the history, what is foreseen is finite and in its natural range', () => {
  fc.assert(
    fc.property(fc.tuple(parameter, parameter, parameter, parameter), history, (parameters, customer) => {
      expectUsableForecast(bgBb.forecast(parameters), customer, [0, 0.5, 1, 3, 52, 365]);
    }),
    { numRuns: 200 },
  );
}, 60_000);

test('whatever the store, fitting ends within 50 iterations with a verdict and numbers that can be used', () => {
  fc.assert(
    fc.property(adversarialHistories, (histories) => {
      const few = withFewOpportunities(histories);
      expect(findFault(fitTransactionModel(bgBb, few), bgBb, few)).toBeNull();
    }),
    { numRuns: 150 },
  );
}, 60_000);
