import { expect, test } from 'vitest';
import { derivativeError } from '../../../test-support/clv/derivative-error.ts';
import { historiesOf } from '../../../test-support/clv/histories-of.ts';
import { createRandom } from '../../shared/random.ts';
import { drawSpend, drawSpendRate } from './draw-spend.ts';
import { expectedSpend } from './expected-spend.ts';
import { findSpenders } from './find-spenders.ts';
import { fitSpendModel } from './fit-spend-model.ts';
import { spendLogLikelihood } from './spend-log-likelihood.ts';

const cdnow = { p: 6.24935, q: 3.74426, gamma: 15.4443 };
const unknown = { frequency: 0, meanSpend: 0 };

/** Customers with 0 to 4 later purchases each, in whole cents. */
function simulateSpenders(parameters: typeof cdnow, size: number) {
  const random = createRandom('spenders');
  return historiesOf(
    Array.from({ length: size }, (_, row) => {
      const customer = random.fork(row);
      const purchases = customer.below(5);
      const rate = drawSpendRate(parameters, unknown, customer);
      const total = drawSpend(parameters, { rate, purchases }, customer);
      return [purchases, purchases, 10, purchases === 0 ? 0 : Math.round((100 * total) / purchases) / 100] as const;
    }),
  );
}

test('after three purchases of 35 on average, CDNOW expects the next to cost 35.0218', () => {
  expect(expectedSpend(cdnow, { frequency: 3, meanSpend: 35 })).toBeCloseTo(35.0218, 4);
  expect(expectedSpend(cdnow, unknown)).toBeCloseTo(35.17, 2);
});

test('the more purchases there were, the nearer is what is expected to their mean', () => {
  const distance = [0, 1, 3, 10, 1e6].map((frequency) =>
    Math.abs(expectedSpend(cdnow, { frequency, meanSpend: frequency === 0 ? 0 : 100 }) - 100),
  );
  expect(distance).toEqual(distance.toSorted((a, b) => b - a));
  expect(distance.at(-1)).toBeLessThan(1e-3);
});

test('gradient and Hessian are those of the likelihood', () => {
  const likelihood = spendLogLikelihood(findSpenders(simulateSpenders(cdnow, 200)));
  for (const point of [
    [1.8, 1.3, 2.7],
    [-1, 3, 4],
    [5, -2, 0],
  ]) {
    expect(derivativeError(likelihood, point)).toBeLessThan(2e-6);
  }
});

test('the parameters that customers were drawn by are found again, within three standard errors', () => {
  const fit = fitSpendModel(simulateSpenders(cdnow, 6_000));
  expect(fit.verdict.code).toBe('converged');
  (
    [
      ['p', 0],
      ['q', 1],
      ['gamma', 2],
    ] as const
  ).forEach(([name, k]) => {
    expect(Math.abs(fit[name] - cdnow[name])).toBeLessThan(3 * fit.standardErrors[k]!);
  });
});

test('spend drawn for a customer is on average what is expected of them', () => {
  const random = createRandom('draws');
  const history = { frequency: 3, meanSpend: 50 };
  let sum = 0;
  for (let k = 0; k < 20_000; k += 1) {
    const draw = random.fork(k);
    sum += drawSpend(cdnow, { rate: drawSpendRate(cdnow, history, draw), purchases: 2 }, draw);
  }
  expect(sum / 40_000 / expectedSpend(cdnow, history)).toBeCloseTo(1, 2);
  expect(drawSpend(cdnow, { rate: 1, purchases: 0 }, random)).toBe(0);
});

test('where all purchases cost the same the verdict says so, and so does every forecast', () => {
  const fit = fitSpendModel(historiesOf(Array.from({ length: 50 }, (_, row) => [1 + (row % 3), 5, 9, 24.9] as const)));
  expect(fit.verdict.code).toBe('constantSpend');
  expect(expectedSpend(fit, unknown)).toBeCloseTo(24.9, 4);
  expect(expectedSpend(fit, { frequency: 2, meanSpend: 24.9 })).toBeCloseTo(24.9, 4);
});

test('customers who came back for nothing are left out, and the verdict counts them', () => {
  const { frequency, meanSpend } = simulateSpenders(cdnow, 500);
  const rows = Array.from(frequency, (x, row) => [x, x, 10, meanSpend[row]!] as const);
  const fit = fitSpendModel(historiesOf(rows));
  const withFree = fitSpendModel(historiesOf([...rows, [2, 2, 10, 0], [1, 1, 10, 0]]));
  expect(withFree.verdict.message).toContain('Left out: 2 customers');
  expect({ ...withFree, verdict: null }).toEqual({ ...fit, verdict: null });
});

test.each([
  ['who came back paid nothing', [[2, 5, 9, 0] as const, [0, 0, 9] as const], {}],
  ['nobody came back, and first purchases are free', [[0, 0, 9] as const], { typicalSpend: 0 }],
])('where %s, nothing is expected to be spent', (_, rows, options) => {
  const fit = fitSpendModel(historiesOf(rows), options);
  expect(fit.verdict.code).toBe('constantSpend');
  expect([fit.gamma, fit.standardErrors, fit.logLikelihood]).toEqual([0, [null, null, null], 0]);
  expect(expectedSpend(fit, unknown)).toBe(0);
  const random = createRandom('free');
  expect(drawSpend(fit, { rate: drawSpendRate(fit, unknown, random), purchases: 3 }, random)).toBe(0);
});

test('spend whose mean would be infinite keeps q above 1 and the mean that was observed', () => {
  const wild = simulateSpenders({ p: 5, q: 0.7, gamma: 5 }, 2_000);
  const fit = fitSpendModel(wild);
  expect(fit.verdict.code).toBe('heavyTail');
  expect(fit.q).toBeGreaterThan(1);
  const { meanSpend } = findSpenders(wild);
  const mean = meanSpend.reduce((sum, value) => sum + value, 0) / meanSpend.length;
  expect(expectedSpend(fit, unknown) / mean).toBeGreaterThan(0.3);
  expect(expectedSpend(fit, unknown) / mean).toBeLessThan(3);
});

test('where nobody’s spend is known the parameters are the prior’s, around what is typical', () => {
  const fit = fitSpendModel(
    historiesOf([
      [0, 0, 9],
      [0, 0, 20],
    ]),
    { typicalSpend: 42 },
  );
  expect(fit.verdict.code).toBe('noRepeatPurchases');
  expect(fit.standardErrors).toEqual([null, null, null]);
  expect(expectedSpend(fit, unknown) / 42).toBeGreaterThan(0.7);
  expect(expectedSpend(fit, unknown) / 42).toBeLessThan(1.4);
});
