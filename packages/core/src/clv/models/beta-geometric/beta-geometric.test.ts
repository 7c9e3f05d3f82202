import { expect, test } from 'vitest';
import { derivativeError } from '../../../../test-support/clv/derivative-error.ts';
import { historiesOf } from '../../../../test-support/clv/histories-of.ts';
import { simulateHistories } from '../../../../test-support/clv/simulate-histories.ts';
import { createRandom } from '../../../shared/random.ts';
import { newcomer } from '../../histories/purchase-history.ts';
import { bgNbd } from '../bg-nbd/bg-nbd.ts';
import { mbgNbd } from '../mbg-nbd/mbg-nbd.ts';
import { nbd } from '../nbd/nbd.ts';
import type { TransactionModel } from '../transaction-model.ts';

const parameters = [0.6, 7, 0.9, 1.7];
const models: readonly [string, TransactionModel, readonly number[]][] = [
  ['BG/NBD', bgNbd, parameters],
  ['MBG/NBD', mbgNbd, parameters],
  ['NBD', nbd, [0.6, 7]],
];
const histories = [
  newcomer,
  { frequency: 0, recency: 0, age: 30 },
  { frequency: 3, recency: 20, age: 38 },
  { frequency: 40, recency: 30, age: 31 },
];

test.each(models)('%s: the likelihood of all is the product of that of each', (_, model, values) => {
  const many = historiesOf([
    [0, 0, 0],
    [0, 0, 30],
    [0, 0, 30],
    [3, 20, 38],
    [3, 20, 38],
    [3, 1, 30],
    [40, 30, 31],
    [200, 30.5, 31],
    [1e6, 364, 365],
  ]);
  const forecast = model.forecast(values);
  let sum = 0;
  for (let row = 0; row < many.size; row += 1) {
    const [frequency, recency, age] = [many.frequency[row]!, many.recency[row]!, many.age[row]!];
    sum += forecast.logLikelihood({ frequency, recency, age });
  }
  expect(model.logLikelihood(many)(Float64Array.from(values, Math.log)).value / sum).toBeCloseTo(1, 12);
});

test.each(models)('%s: gradient and Hessian are those of the likelihood', (_, model, values) => {
  const simulated = simulateHistories(model.forecast(values), 300, 'derivatives');
  const regulars = historiesOf([
    [3, 2, 9],
    [70, 38, 38],
    [0, 0, 12],
  ]);
  for (const factor of [0.05, 1, 40]) {
    const point = values.map((value, k) => Math.log(value * (k % 2 === 0 ? factor : 1 / factor)));
    expect(derivativeError(model.logLikelihood(simulated), point)).toBeLessThan(2e-6);
    expect(derivativeError(model.logLikelihood(regulars), point)).toBeLessThan(2e-6);
  }
});

test.each(models)('%s: probabilities of counts add up to 1, and their mean is the expectation', (_, model, values) => {
  for (const history of histories) {
    const forecast = model.forecast(values);
    const counts = forecast.transactionProbabilities(history, 20, 1_500);
    expect(counts.every((share) => share >= 0 && share <= 1)).toBe(true);
    expect(counts.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 11);
    const mean = counts.reduce((sum, share, n) => sum + share * n, 0);
    expect(mean / forecast.expectedTransactions(history, 20)).toBeCloseTo(1, 9);
    expect(counts[0]).toBeCloseTo(forecast.probabilityOfNone(history, 20), 13);
  }
});

test.each(models)('%s: futures drawn are as many and as long as foreseen', (_, model, values) => {
  const forecast = model.forecast(values);
  const history = { frequency: 3, recency: 20, age: 24 };
  const random = createRandom('futures');
  const draws = Array.from({ length: 20_000 }, (_, k) => forecast.drawPurchases(history, 20, random.fork(k)));
  const counts = forecast.transactionProbabilities(history, 20, 60);
  const variance = counts.reduce((sum, share, n) => sum + share * n * n, 0);
  const mean = draws.reduce((sum, draw) => sum + draw.length, 0) / draws.length;
  expect(Math.abs(mean - forecast.expectedTransactions(history, 20))).toBeLessThan(4 * Math.sqrt(variance / 20_000));
  for (const n of [0, 1, 2, 5]) {
    const share = draws.filter((draw) => draw.length === n).length / draws.length;
    expect(Math.abs(share - counts[n]!)).toBeLessThan(4 * Math.sqrt(counts[n]! / 20_000));
  }
  const early = draws.filter((draw) => draw.some((at) => at <= 5)).length / draws.length;
  expect(Math.abs(1 - early - forecast.probabilityOfNone(history, 5))).toBeLessThan(0.014);
  expect(draws.every((draw) => draw.every((at, k) => at > (draw[k - 1] ?? 0) && at <= 20))).toBe(true);
});

test.each(models.slice(0, 2))(
  '%s: P(alive) at a later time is what the count of purchases says of leaving',
  (_, model) => {
    const forecast = model.forecast(parameters);
    const history = { frequency: 3, recency: 20, age: 24 };
    const [r, alpha, a, b] = [0.6 + 3, 7 + 24, 0.9, model.id === 'mbg-nbd' ? 1.7 + 4 : 1.7 + 3];
    // P(alive at 20) = Σ P(n purchases of one who never leaves)·B(a, b+n)/B(a, b).
    let [share, staying, sum] = [(alpha / (alpha + 20)) ** r, 1, 0];
    for (let n = 0; n < 200; n += 1) {
      sum += share * staying;
      share *= ((r + n) / (n + 1)) * (20 / (alpha + 20));
      staying *= (b + n) / (a + b + n);
    }
    expect(forecast.probabilityAlive(history, 20)).toBeCloseTo(forecast.probabilityAlive(history, 0) * sum, 12);
  },
);
