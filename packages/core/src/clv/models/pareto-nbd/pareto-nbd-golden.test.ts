import { expect, test } from 'vitest';
import { paretoNbdStress } from '../../../../test-support/golden/pareto-nbd-stress.generated.ts';
import { paretoNbdWide, type WidePoint } from '../../../../test-support/golden/pareto-nbd-wide.generated.ts';
import type { PurchaseHistory } from '../../histories/purchase-history.ts';
import type { TransactionForecast } from '../transaction-model.ts';
import { discountedResidualTransactions } from './discounted-residual-transactions.ts';
import { paretoNbd } from './pareto-nbd.ts';

const relativeError = (value: number, expected: number) =>
  value === expected ? 0 : Math.abs(value - expected) / Math.max(Math.abs(expected), Number.MIN_VALUE);

test('the points at which other libraries give NaN or nonsense are right to eleven digits', () => {
  expect(paretoNbdStress.length).toBe(63);
  for (const [parameters, [frequency, recency, age], logLikelihood, alive] of paretoNbdStress) {
    const history = { frequency: frequency!, recency: recency!, age: age! };
    const forecast = paretoNbd.forecast(parameters);
    expect(relativeError(forecast.logLikelihood(history), logLikelihood)).toBeLessThan(1e-12);
    expect(relativeError(forecast.probabilityAlive(history, 0), alive)).toBeLessThan(1e-11);
  }
});

type Claim = (forecast: TransactionForecast, history: PurchaseHistory, point: WidePoint) => readonly [number, number];

const claims: readonly (readonly [string, Claim])[] = [
  ['the log-likelihood', (forecast, history, point) => [forecast.logLikelihood(history), point.logLikelihood]],
  ['P(alive)', (forecast, history, point) => [forecast.probabilityAlive(history, 0), point.alive]],
  [
    'the expected purchases',
    (forecast, history, point) => [forecast.expectedTransactions(history, point.duration), point.expected],
  ],
  ['P(none)', (forecast, history, point) => [forecast.probabilityOfNone(history, point.duration), point.none]],
  [
    'P(n)',
    (forecast, history, { duration, count: [n, probability] = [0, -1] }) =>
      probability < 0 ? [0, 0] : [forecast.transactionProbabilities(history, duration, n)[n]!, probability],
  ],
  [
    'DERT',
    (_, history, { parameters, residual: [rate, expected] = [0, -1] }) =>
      expected < 0 ? [0, 0] : [discountedResidualTransactions(parameters, history, rate), expected],
  ],
];

test.each(claims)(
  '%s is right to eleven digits beside every degenerate line, with tiny and huge parameters, up to a million purchases',
  (_, claim) => {
    expect(paretoNbdWide.length).toBeGreaterThan(450);
    for (const point of paretoNbdWide) {
      const [frequency, recency, age] = point.history;
      const [value, expected] = claim(paretoNbd.forecast(point.parameters), { frequency, recency, age }, point);
      expect(relativeError(value, expected), JSON.stringify(point)).toBeLessThan(1e-11);
    }
  },
);
