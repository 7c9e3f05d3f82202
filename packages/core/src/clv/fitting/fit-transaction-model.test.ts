import { expect, test } from 'vitest';
import { historiesOf } from '../../../test-support/clv/histories-of.ts';
import { simulateHistories } from '../../../test-support/clv/simulate-histories.ts';
import { bgNbd } from '../models/bg-nbd/bg-nbd.ts';
import { mbgNbd } from '../models/mbg-nbd/mbg-nbd.ts';
import { nbd } from '../models/nbd/nbd.ts';
import { paretoNbd } from '../models/pareto-nbd/pareto-nbd.ts';
import type { TransactionModel } from '../models/transaction-model.ts';
import { fitTransactionModel } from './fit-transaction-model.ts';

const models: readonly [string, TransactionModel, readonly number[]][] = [
  ['BG/NBD', bgNbd, [0.6, 5, 0.9, 2.1]],
  ['MBG/NBD', mbgNbd, [0.9, 6, 0.9, 1.7]],
  ['NBD', nbd, [0.6, 7]],
];

test.each(models)('%s: the parameters customers were drawn by are found again', (_, model, truth) => {
  const histories = simulateHistories(model.forecast(truth), 5_000, 'recovery');
  const fit = fitTransactionModel(model, histories);
  expect(fit.verdict.code).toBe('converged');
  expect(fit.iterations).toBeLessThan(15);
  truth.forEach((value, k) => {
    const logError = Math.sqrt(fit.logCovariance[k * truth.length + k]!);
    expect(Math.abs(Math.log(fit.parameters[k]! / value))).toBeLessThan(3.3 * logError);
    expect(fit.standardErrors[k]).toBeCloseTo(fit.parameters[k]! * logError, 10);
  });
  expect(fit.logLikelihood).toBeGreaterThanOrEqual(
    model.logLikelihood(histories)(Float64Array.from(truth, Math.log)).value,
  );
});

test('in days instead of weeks the same store has the same fit, but for the unit', () => {
  const weeks = simulateHistories(mbgNbd.forecast([0.9, 6, 0.9, 1.7]), 2_000, 'units');
  const days = { ...weeks, recency: weeks.recency.map((time) => time * 7), age: weeks.age.map((time) => time * 7) };
  const [inWeeks, inDays] = [fitTransactionModel(mbgNbd, weeks), fitTransactionModel(mbgNbd, days)];
  [1, 7, 1, 1].forEach((factor, k) => expect(inDays.parameters[k]! / inWeeks.parameters[k]!).toBeCloseTo(factor, 5));
  const purchases = weeks.frequency.reduce((sum, x) => sum + x, 0);
  expect(inDays.logLikelihood).toBeCloseTo(inWeeks.logLikelihood - purchases * Math.log(7), 4);
});

test.each([...models.slice(0, 2), ['Pareto/NBD', paretoNbd, []] as const])(
  '%s: where nobody leaves the verdict says so, and the numbers are those of the NBD',
  (...row) => {
    const histories = simulateHistories(nbd.forecast([3, 9]), 600, 'loyal');
    const fit = fitTransactionModel(row[1], histories);
    expect(fit.verdict.code).toBe('noChurnSignal');
    expect(fit.converged).toBe(true);
    const history = { frequency: 8, recency: 30, age: 32 };
    const plain = nbd.forecast(fitTransactionModel(nbd, histories).parameters);
    const ratio =
      row[1].forecast(fit.parameters).expectedTransactions(history, 20) / plain.expectedTransactions(history, 20);
    expect(ratio).toBeGreaterThan(0.85);
    expect(ratio).toBeLessThanOrEqual(1.01);
  },
);

test('of a store where nobody has bought twice little is expected, the less the longer it was watched', () => {
  const expected = [1, 20, 400].map((age) => {
    const fit = fitTransactionModel(mbgNbd, historiesOf(Array.from({ length: 200 }, () => [0, 0, age] as const)));
    expect(fit.verdict.code).toBe('noRepeatPurchases');
    return mbgNbd.forecast(fit.parameters).expectedTransactions({ frequency: 0, recency: 0, age: 0 }, 52);
  });
  expect(expected).toEqual(expected.toSorted((a, b) => b - a));
  expect(expected[1]).toBeLessThan(0.5);
});

test('one customer is no store: a weak prior decides, and the verdict says so', () => {
  const fit = fitTransactionModel(mbgNbd, historiesOf([[3, 20, 39]]));
  expect(['ridge', 'noChurnSignal']).toContain(fit.verdict.code);
  expect(fit.standardErrors).toContain(null);
});

test('a prior draws the parameters to itself, the more, the fewer the customers', () => {
  const prior = { mean: [0, 2, 1, 1], precision: [25, 0, 0, 0, 0, 25, 0, 0, 0, 0, 25, 0, 0, 0, 0, 25] };
  const truth = [0.9, 6, 0.9, 1.7];
  const distances = [40, 400, 4_000].map((size) => {
    const histories = simulateHistories(mbgNbd.forecast(truth), size, 'shrinkage');
    const { parameters, verdict } = fitTransactionModel(mbgNbd, histories, { prior });
    expect(verdict.code).toBe('converged');
    return Math.hypot(...parameters.map((value, k) => Math.log(value) - prior.mean[k]!));
  });
  expect(distances).toEqual(distances.toSorted((a, b) => a - b));
});

test('from yesterday’s parameters today’s are found in a few passes', () => {
  const histories = simulateHistories(bgNbd.forecast([0.6, 5, 0.9, 2.1]), 3_000, 'again');
  const first = fitTransactionModel(bgNbd, histories);
  const again = fitTransactionModel(bgNbd, histories, { start: first.parameters });
  expect(again.iterations).toBeLessThanOrEqual(2);
  again.parameters.forEach((value, k) => expect(value / first.parameters[k]!).toBeCloseTo(1, 6));
});

test('a fit of many customers begins with a sample of them and ends where a whole one does', () => {
  const few = simulateHistories(bgNbd.forecast([0.6, 5, 0.9, 2.1]), 3_400, 'many');
  const repeat = (column: Float64Array) => Float64Array.from({ length: 102_000 }, (_, row) => column[row % 3_400]!);
  const { frequency, recency, age } = few;
  const many = { ...few, size: 102_000, frequency: repeat(frequency), recency: repeat(recency), age: repeat(age) };
  const [small, large] = [fitTransactionModel(bgNbd, few), fitTransactionModel(bgNbd, many)];
  large.parameters.forEach((value, k) => expect(value / small.parameters[k]!).toBeCloseTo(1, 5));
  expect(large.logLikelihood / small.logLikelihood).toBeCloseTo(30, 8);
});
