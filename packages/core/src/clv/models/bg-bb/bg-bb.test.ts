import { expect, test } from 'vitest';
import { derivativeError } from '../../../../test-support/clv/derivative-error.ts';
import { historiesOf } from '../../../../test-support/clv/histories-of.ts';
import { createRandom } from '../../../shared/random.ts';
import { fitTransactionModel } from '../../fitting/fit-transaction-model.ts';
import { newcomer } from '../../histories/purchase-history.ts';
import { bgBb } from './bg-bb.ts';
import { bgBbForecast } from './bg-bb-forecast.ts';

/** Supporters by x and t_x after six years: Fader, Hardie & Shang (2010), as distributed with the package lifetimes (MIT). */
const donations = [
  [0, 0, 3464],
  [1, 1, 1091],
  [1, 2, 277],
  [1, 3, 129],
  [1, 4, 78],
  [1, 5, 119],
  [1, 6, 129],
  [2, 2, 613],
  [2, 3, 255],
  [2, 4, 155],
  [2, 5, 173],
  [2, 6, 234],
  [3, 3, 322],
  [3, 4, 181],
  [3, 5, 225],
  [3, 6, 357],
  [4, 4, 240],
  [4, 5, 284],
  [4, 6, 512],
  [5, 5, 335],
  [5, 6, 728],
  [6, 6, 1203],
] as const;
const supporters = historiesOf(
  donations.flatMap(([x, last, count]) => Array.from({ length: count }, () => [x, last, 6] as const)),
);
const published = [1.2035, 0.7497, 0.6567, 2.7834];
const donor = (frequency: number, recency: number) => ({ frequency, recency, age: 6 });

test('the donations are fitted as published', () => {
  const fit = fitTransactionModel(bgBb, supporters);
  expect(fit.logLikelihood).toBeCloseTo(-33_225.58, 2);
  fit.parameters.forEach((value, place) => expect(value).toBeCloseTo(published[place]!, 3));
  expect(fit.verdict.code).toBe('converged');
});

test('the gradient and the Hessian are the derivatives', () => {
  expect(derivativeError(bgBb.logLikelihood(supporters), [0.4, 0.1, -0.2, 1.3])).toBeLessThan(1e-8);
});

test('donors are foreseen as published: P(alive), purchases of five years, discounted purchases, totals', () => {
  const forecast = bgBbForecast(fitTransactionModel(bgBb, supporters).parameters);
  expect(forecast.probabilityAlive(donor(0, 0), 0)).toBeCloseTo(0.1081, 4);
  expect(forecast.probabilityAlive(donor(6, 6), 0)).toBeCloseTo(0.9304, 4);
  expect(forecast.expectedTransactions(donor(6, 6), 5)).toBeCloseTo(3.7525, 4);
  expect(forecast.expectedTransactions(donor(0, 0), 5)).toBeCloseTo(0.0729, 4);
  expect(forecast.residualTransactions(donor(6, 6), 0.1)).toBeCloseTo(5.9098, 3);
  const total = donations.reduce(
    (sum, [x, last, count]) => sum + count * forecast.expectedTransactions(donor(x, last), 5),
    0,
  );
  expect(total).toBeCloseTo(12_884.2, 1);
  const inSample = forecast.transactionProbabilities(newcomer, 6, 6);
  expect(11_104 * inSample[0]!).toBeCloseTo(3_454.9, 1);
  expect(11_104 * inSample[6]!).toBeCloseTo(1_253.1, 1);
});

test('the likelihood of all is the sum of the likelihoods of each', () => {
  const forecast = bgBbForecast(published);
  const sum = donations.reduce((total, [x, last, count]) => total + count * forecast.logLikelihood(donor(x, last)), 0);
  expect(sum).toBeCloseTo(bgBb.logLikelihood(supporters)(Float64Array.from(published, Math.log)).value, 6);
});

test('the probabilities of all possible histories of four opportunities sum to one', () => {
  const forecast = bgBbForecast(published);
  let sum = 0;
  for (let history = 0; history < 16; history += 1) {
    const bought = [1, 2, 3, 4].filter((at) => (history >> (at - 1)) & 1);
    sum += Math.exp(forecast.logLikelihood({ frequency: bought.length, recency: bought.at(-1) ?? 0, age: 4 }));
  }
  expect(sum).toBeCloseTo(1, 12);
});

test('the law of purchases has the mean, sums to one, and lies between whole durations on a line', () => {
  const forecast = bgBbForecast(published);
  for (const history of [newcomer, donor(3, 4), donor(6, 6)]) {
    const law = forecast.transactionProbabilities(history, 7, 7);
    expect(law.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
    const mean = law.reduce((sum, each, count) => sum + each * count, 0);
    expect(mean).toBeCloseTo(forecast.expectedTransactions(history, 7), 12);
    const ends = [7, 8].map((duration) => forecast.expectedTransactions(history, duration));
    expect(forecast.expectedTransactions(history, 7.25)).toBeCloseTo(0.75 * ends[0]! + 0.25 * ends[1]!, 12);
    expect(forecast.probabilityOfNone(history, 7)).toBeCloseTo(law[0]!, 12);
  }
});

test('drawn futures follow the law of purchases', () => {
  const forecast = bgBbForecast(published);
  const random = createRandom('donors');
  const law = forecast.transactionProbabilities(donor(3, 4), 4.5, 5);
  const counts = new Float64Array(6);
  for (let draw = 0; draw < 20_000; draw += 1) {
    const future = forecast.drawPurchases(donor(3, 4), 4.5, random);
    expect(future.every((at, place) => at <= 4.5 && at > (future[place - 1] ?? 0))).toBe(true);
    counts[future.length]! += 1;
  }
  const chiSquare = counts.reduce((sum, count, n) => sum + (count - 20_000 * law[n]!) ** 2 / (20_000 * law[n]!), 0);
  expect(chiSquare).toBeLessThan(20.5); // the 99.9 % point with 5 degrees of freedom
});

test('discounted purchases are the sum of each year’s', () => {
  const forecast = bgBbForecast(published);
  let sum = 0;
  for (let year = 1; year < 400; year += 1) {
    const [before, after] = [year - 1, year].map((until) => forecast.expectedTransactions(donor(3, 4), until));
    sum += (after! - before!) / 1.1 ** year;
  }
  expect(forecast.residualTransactions(donor(3, 4), 0.1)).toBeCloseTo(sum, 10);
  expect(() => forecast.residualTransactions(donor(3, 4), 0)).toThrow(RangeError);
});

test('purchases between opportunities are purchases at them', () => {
  const forecast = bgBbForecast(published);
  const whole = forecast.logLikelihood({ frequency: 2, recency: 4, age: 6 });
  expect(forecast.logLikelihood({ frequency: 2, recency: 3.5, age: 6.9 })).toBe(whole);
  const atMost = forecast.logLikelihood({ frequency: 4, recency: 4, age: 6 });
  expect(forecast.logLikelihood({ frequency: 9, recency: 4, age: 6 })).toBe(atMost);
});
