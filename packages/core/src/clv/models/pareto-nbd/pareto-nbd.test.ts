import { expect, test } from 'vitest';
import { derivativeError } from '../../../../test-support/clv/derivative-error.ts';
import { historiesOf } from '../../../../test-support/clv/histories-of.ts';
import { simulateHistories } from '../../../../test-support/clv/simulate-histories.ts';
import { fitTransactionModel } from '../../fitting/fit-transaction-model.ts';
import { newcomer } from '../../histories/purchase-history.ts';
import { discountedResidualTransactions } from './discounted-residual-transactions.ts';
import { paretoNbd } from './pareto-nbd.ts';

/** CDNOW, in weeks. */
const parameters = [0.55328, 10.57768, 0.60624, 11.66873];
const cdnow = paretoNbd.forecast(parameters);
/** The same, as the vignette of BTYD 2.4.3 has them. */
const btydParameters = [0.5533971, 10.5801985, 0.6060625, 11.6562237];
const btyd = paretoNbd.forecast(btydParameters);

test.each([
  [0, 0, 0.295112, 0.10707],
  [1, 1.71, 0.167882, 0.170995],
  [2, 30.43, 0.869123, 1.455141],
  [7, 29.43, 0.749424, 3.711816],
])('after %d purchases, the last at %d of 38.86 weeks, P(alive) is %d and 39 weeks bring %d', (...row) => {
  const [frequency, recency, alive, purchases] = row;
  const history = { frequency, recency, age: 38.86 };
  // The times are printed with two places.
  expect(Math.abs(cdnow.probabilityAlive(history, 0) - alive)).toBeLessThan(2e-5);
  expect(Math.abs(cdnow.expectedTransactions(history, 39) / purchases - 1)).toBeLessThan(1.1e-4);
});

test('the example of BTYD is reproduced: 26 purchases, the last at 30.86 of 31 weeks', () => {
  const history = { frequency: 26, recency: 30.86, age: 31 };
  expect(btyd.expectedTransactions(history, 52)).toBeCloseTo(25.4553, 4);
  expect(btyd.probabilityAlive(history, 0)).toBeCloseTo(0.997918, 6);
  expect(discountedResidualTransactions(btydParameters, history, 0.0027)).toBeCloseTo(86.035, 3);
  expect(btyd.expectedTransactions(newcomer, 52)).toBeCloseTo(1.473113, 6);
  expect(btyd.probabilityAlive({ frequency: 0, recency: 0, age: 39 }, 0)).toBeCloseTo(0.294163, 6);
});

test('the objective is the sum of the customers’ log-likelihoods, on a grid and off it', () => {
  const continuous = simulateHistories(cdnow, 400, 'sum');
  const onGrid = { ...continuous, recency: continuous.recency.map(Math.floor), age: continuous.age.map(Math.ceil) };
  for (const histories of [continuous, onGrid]) {
    for (const point of [parameters, [2, 900, 0.3, 1], [0.1, 0.01, 5, 60], [1, 3, 1, 3]]) {
      const forecast = paretoNbd.forecast(point);
      let sum = 0;
      for (let row = 0; row < histories.size; row += 1) {
        const [frequency, recency, age] = [histories.frequency[row]!, histories.recency[row]!, histories.age[row]!];
        sum += forecast.logLikelihood({ frequency, recency, age });
      }
      const { value } = paretoNbd.logLikelihood(histories)(Float64Array.from(point, Math.log));
      expect(Math.abs(value / sum - 1)).toBeLessThan(1e-12);
    }
  }
});

test('a customer for whom one explanation is beyond all numbers likelier counts like any other', () => {
  const history = { frequency: 5000, recency: 1, age: 2000 };
  const histories = historiesOf([
    [5000, 1, 2000],
    [5000, 1, 2000],
    [0, 0, 3],
  ]);
  const { value } = paretoNbd.logLikelihood(histories)(Float64Array.from(parameters, Math.log));
  const sum = 2 * cdnow.logLikelihood(history) + cdnow.logLikelihood({ frequency: 0, recency: 0, age: 3 });
  expect(cdnow.probabilityAlive(history, 0)).toBe(0);
  expect(Math.abs(value / sum - 1)).toBeLessThan(1e-12);
});

test.each([
  ['α < β', [0.6, 10, 0.6, 12]],
  ['α > β', [1.4, 20, 2, 3]],
  ['α = β', [0.6, 7, 0.6, 7]],
  ['α one ULP above β', [0.6, 7 * (1 + Number.EPSILON), 0.6, 7]],
  ['α and β a thousandfold apart', [0.6, 9000, 0.6, 2]],
  ['β and α ten thousandfold apart', [0.6, 0.5, 0.6, 5000]],
])('gradient and Hessian are those of the value, with %s', (_, point) => {
  const histories = simulateHistories(cdnow, 300, 'derivatives');
  expect(derivativeError(paretoNbd.logLikelihood(histories), point.map(Math.log))).toBeLessThan(2e-7);
});

test('the parameters of simulated customers are found again, within three standard errors', () => {
  const histories = simulateHistories(cdnow, 8000, 'recovery');
  const fit = fitTransactionModel(paretoNbd, histories);
  expect(fit.verdict.code).toBe('converged');
  fit.parameters.forEach((value, index) => {
    const error = Math.sqrt(fit.logCovariance[5 * index]!);
    expect(Math.abs(Math.log(value / parameters[index]!)) / error).toBeLessThan(3);
  });
  const truth = paretoNbd.logLikelihood(histories)(Float64Array.from(parameters, Math.log)).value;
  expect(fit.logLikelihood).toBeGreaterThan(truth);
});

test.each([
  ['soon', [2, 40, 0.6, 1]],
  ['in the course of a year', [0.6, 10, 0.6, 12]],
  ['hardly ever', [0.6, 2, 2, 150]],
])('fitting takes few passes where customers leave %s', (_, truth) => {
  const fit = fitTransactionModel(paretoNbd, simulateHistories(paretoNbd.forecast(truth), 6000, 'passes'));
  expect(fit.converged).toBe(true);
  expect(fit.iterations).toBeLessThan(20);
});
