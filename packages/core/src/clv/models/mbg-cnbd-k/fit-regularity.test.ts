import { expect, test } from 'vitest';
import { simulateRegularStore } from '../../../../test-support/clv/simulate-regular-store.ts';
import { fitTransactionModel } from '../../fitting/fit-transaction-model.ts';
import { estimateRegularity } from '../../histories/estimate-regularity.ts';
import { fitRegularity } from './fit-regularity.ts';
import { mbgCnbdK } from './mbg-cnbd-k.ts';

const store = (k: number, customers: number, seed: number | string) =>
  simulateRegularStore({ customers, k, parameters: [1.33, 5.6 / k, 0.42, 0.79], seed }).histories;

test.each([1, 2, 3, 4])('customers who buy at every beat number %d are found to', (k) => {
  const histories = store(k, 1_500, k);
  const fit = fitRegularity(histories);
  expect(fit).toMatchObject({ modelId: 'mbg-cnbd-k', k, converged: true, verdict: { code: 'converged' } });
  expect(Math.abs(estimateRegularity(histories)! / k - 1)).toBeLessThan(0.1);
});

test('without the gaps, the times of last purchases tell regular customers from chance', () => {
  const regular = { ...store(3, 4_000, 1), logGaps: null };
  expect(fitRegularity(regular).k).toBeGreaterThan(1);
  expect(estimateRegularity(regular)).toBeNull();
});

test('where nobody has two gaps there is no regularity to be estimated', () => {
  const histories = store(2, 50, 2);
  const { size } = histories;
  const once = {
    ...histories,
    frequency: new Float64Array(size).fill(1),
    recency: histories.age,
    logGaps: histories.age,
  };
  expect(estimateRegularity(once)).toBeNull();
});

test('gaps that are all alike are as regular as can be, and a fit takes the greatest k', () => {
  const size = 40;
  const even = {
    size,
    timeUnit: 'week' as const,
    frequency: new Float64Array(size).fill(9),
    recency: new Float64Array(size).fill(36),
    age: new Float64Array(size).fill(38),
    meanSpend: new Float64Array(size),
    logGaps: new Float64Array(size).fill(9 * Math.log(4)),
  };
  expect(estimateRegularity(even)).toBeCloseTo(64, 6);
  expect(fitRegularity(even).k).toBe(8);
});

test('parameters are recovered: their errors over 40 stores are as large as the standard errors say', () => {
  const truth = [1.33, 2.8, 0.42, 0.79];
  let [squares, within] = [0, 0];
  for (let seed = 0; seed < 40; seed += 1) {
    const fit = fitTransactionModel(mbgCnbdK(2), store(2, 400, `recovery-${seed}`));
    truth.forEach((value, place) => {
      const deviation = Math.sqrt(fit.logCovariance[place * 5]!);
      const error = Math.log(fit.parameters[place]! / value) / deviation;
      squares += error ** 2;
      within += Math.abs(error) < 1.96 ? 1 : 0;
    });
  }
  expect(squares / 160).toBeGreaterThan(0.6);
  expect(squares / 160).toBeLessThan(1.5);
  expect(within).toBeGreaterThan(0.89 * 160);
});
