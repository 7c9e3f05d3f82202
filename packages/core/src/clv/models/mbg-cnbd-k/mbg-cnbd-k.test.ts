import { describe, expect, test } from 'vitest';
import { derivativeError } from '../../../../test-support/clv/derivative-error.ts';
import { simulateRegularStore } from '../../../../test-support/clv/simulate-regular-store.ts';
import { gaussLegendre } from '../../../numeric/gauss-legendre.ts';
import { createRandom } from '../../../shared/random.ts';
import type { PurchaseHistory } from '../../histories/purchase-history.ts';
import { newcomer } from '../../histories/purchase-history.ts';
import { mbgNbd } from '../mbg-nbd/mbg-nbd.ts';
import { mbgCnbdK } from './mbg-cnbd-k.ts';

const grocery = [1.3292, 2.8126, 0.4247, 0.79] as const;
const histories: readonly PurchaseHistory[] = [
  newcomer,
  { frequency: 0, recency: 0, age: 52 },
  { frequency: 1, recency: 3, age: 40 },
  { frequency: 6, recency: 40, age: 52 },
  { frequency: 30, recency: 51.5, age: 52 },
];

test('k is a whole number from 1 on', () => {
  for (const k of [0, -1, 1.5, NaN, Infinity]) expect(() => mbgCnbdK(k)).toThrow(RangeError);
});

test('with k = 1 it is MBG/NBD: likelihood, derivatives and forecasts', () => {
  const store = simulateRegularStore({ customers: 300, k: 1, parameters: [0.7, 4, 0.8, 1.9], seed: 1 }).histories;
  const point = Float64Array.of(0.6, 5, 0.9, 1.4).map(Math.log);
  const mine = mbgCnbdK(1).logLikelihood(store)(point);
  const other = mbgNbd.logLikelihood(store)(point);
  expect(Math.abs(mine.value / other.value - 1)).toBeLessThan(1e-12);
  mine.gradient.forEach((slope, place) => expect(slope).toBeCloseTo(other.gradient[place]!, 9));
  mine.hessian.forEach((slope, place) => expect(slope / other.hessian[place]!).toBeCloseTo(1, 12));
  const [regular, plain] = [mbgCnbdK(1).forecast(grocery), mbgNbd.forecast(grocery)];
  for (const history of histories) {
    expect(regular.logLikelihood(history)).toBeCloseTo(plain.logLikelihood(history), 11);
    for (const duration of [0, 0.1, 4, 52, 520]) {
      for (const answer of ['probabilityAlive', 'expectedTransactions', 'probabilityOfNone'] as const) {
        const expected = plain[answer](history, duration);
        expect(Math.abs(regular[answer](history, duration) - expected)).toBeLessThanOrEqual(1e-12 * expected);
      }
      const law = plain.transactionProbabilities(history, duration, 9);
      regular
        .transactionProbabilities(history, duration, 9)
        .forEach((each, n) => expect(each).toBeCloseTo(law[n]!, 12));
    }
  }
});

test.each([1, 2, 5])('with k = %d the gradient and the Hessian are the derivatives', (k) => {
  const store = simulateRegularStore({ customers: 100, k, parameters: grocery, seed: 2 }).histories;
  expect(derivativeError(mbgCnbdK(k).logLikelihood(store), [1.1, 3.3, 0.5, 1.7].map(Math.log))).toBeLessThan(1e-8);
});

test('the likelihood of a store is the sum of its customers’, times Π Δtᵏ⁻¹/(k−1)!', () => {
  const store = simulateRegularStore({ customers: 200, k: 3, parameters: grocery, seed: 3 }).histories;
  const forecast = mbgCnbdK(3).forecast(grocery);
  let sum = 0;
  for (let row = 0; row < store.size; row += 1) {
    const history = { frequency: store.frequency[row]!, recency: store.recency[row]!, age: store.age[row]! };
    sum += forecast.logLikelihood(history) + 2 * store.logGaps[row]! - history.frequency * Math.LN2;
  }
  expect(mbgCnbdK(3).logLikelihood(store)(Float64Array.from(grocery, Math.log)).value).toBeCloseTo(sum, 8);
});

test('the likelihood of one gap is an integral over λ and p of what it says', () => {
  // One purchase at 3, none until 5, k = 2, r = 2: (1−p)·λ²·3·e^(−3λ)·(p + (1−p)·e^(−2λ)(1 + 2λ)); Π Δt = 3 is left out.
  const direct = integrateOver(2, 1.5, (rate) =>
    betaMean((p) => (1 - p) * rate ** 2 * Math.exp(-3 * rate) * (p + (1 - p) * Math.exp(-2 * rate) * (1 + 2 * rate))),
  );
  const forecast = mbgCnbdK(2).forecast([2, 1.5, 2, 3]);
  expect(forecast.logLikelihood({ frequency: 1, recency: 3, age: 5 })).toBeCloseTo(Math.log(direct), 11);
});

test.each([0.3, 5, 20])(
  'of a newcomer, the mean and the law of purchases in %d are integrals over λ and p',
  (duration) => {
    const k = 3;
    const forecast = mbgCnbdK(k).forecast([2, 4, 2, 3]);
    const reached = (mean: number, count: number) => {
      let [below, term] = [0, Math.exp(-mean)];
      for (let beat = 0; beat < k * count; beat += 1, term *= mean / beat) below += term;
      return Math.max(0, 1 - below);
    };
    const mean = integrateOver(2, 4, (rate) => {
      let sum = 0;
      for (let n = 1; n < 60; n += 1) sum += betaMean((p) => (1 - p) ** n) * reached(rate * duration, n);
      return sum;
    });
    expect(forecast.expectedTransactions(newcomer, duration)).toBeCloseTo(mean, 10);
    const two = integrateOver(2, 4, (rate) => {
      const [atLeastTwo, atLeastThree] = [reached(rate * duration, 2), reached(rate * duration, 3)];
      return betaMean((p) => (1 - p) ** 2 * (p * atLeastTwo + (1 - p) * (atLeastTwo - atLeastThree)));
    });
    expect(forecast.transactionProbabilities(newcomer, duration, 4)[2]).toBeCloseTo(two, 10);
  },
);

describe('a store simulated by its own laws', () => {
  const k = 2;
  const { histories: store, futures } = simulateRegularStore({ customers: 12_000, k, parameters: grocery, seed: 4 });
  const forecast = mbgCnbdK(k).forecast(grocery);
  const rows = Array.from({ length: store.size }, (_, row) => ({
    history: { frequency: store.frequency[row]!, recency: store.recency[row]!, age: store.age[row]! },
    future: futures[row]!,
  }));
  /** Apart from the truth by chance, in standard errors. */
  const distance = (
    of: typeof rows,
    foreseen: (row: PurchaseHistory) => number,
    actual: (future: number[]) => number,
  ) => {
    const errors = of.map(({ history, future }) => foreseen(history) - actual(future));
    const sum = errors.reduce((total, each) => total + each, 0);
    return Math.abs(sum) / Math.sqrt(errors.reduce((total, each) => total + each * each, 0));
  };

  test.each([
    ['once', 0, 0],
    ['twice or thrice', 1, 2],
    ['often', 3, 9],
    ['very often', 10, 1e6],
  ])('buys on as often as foreseen, of those who bought %s', (_, least, most) => {
    const some = rows.filter(({ history }) => history.frequency >= least && history.frequency <= most);
    const within = (weeks: number) => (future: number[]) => future.filter((at) => at <= weeks).length;
    expect(distance(some, (h) => forecast.expectedTransactions(h, 6), within(6))).toBeLessThan(3.5);
    expect(distance(some, (h) => forecast.expectedTransactions(h, 52), within(52))).toBeLessThan(3.5);
    const silent = (weeks: number) => (future: number[]) => (within(weeks)(future) === 0 ? 1 : 0);
    expect(distance(some, (h) => forecast.probabilityOfNone(h, 13), silent(13))).toBeLessThan(3.5);
    const thrice = (future: number[]) => (future.length === 3 ? 1 : 0);
    expect(distance(some, (h) => forecast.transactionProbabilities(h, 52, 3)[3]!, thrice)).toBeLessThan(3.5);
  });

  test('draws futures that are like what is foreseen', () => {
    const random = createRandom('futures');
    const drawn = rows.slice(0, 3_000).map(({ history }) => ({
      history,
      future: forecast.drawPurchases(history, 52, random),
    }));
    expect(
      distance(
        drawn,
        (h) => forecast.expectedTransactions(h, 52),
        (future) => future.length,
      ),
    ).toBeLessThan(3.5);
    expect(drawn.every(({ future }) => future.every((at, place) => at <= 52 && at > (future[place - 1] ?? 0)))).toBe(
      true,
    );
  });
});

test('whoever buys by habit is missed sooner, the more regular they were', () => {
  const late = { frequency: 12, recency: 24, age: 30 };
  const alive = [1, 2, 4].map((k) =>
    mbgCnbdK(k)
      .forecast([2, 4 / k, 1, 3])
      .probabilityAlive(late, 0),
  );
  expect(alive[0]).toBeGreaterThan(alive[1]!);
  expect(alive[1]).toBeGreaterThan(alive[2]!);
});

test('a regular customer is less likely to buy again the day after than a day on which they are due', () => {
  const forecast = mbgCnbdK(4).forecast([2, 0.5, 1, 30]);
  const buys = (age: number) => 1 - forecast.probabilityOfNone({ frequency: 20, recency: 20, age }, 0.2);
  expect(buys(20.01)).toBeLessThan(0.2 * buys(21));
});

const { nodes, weights } = gaussLegendre(40);

/** The mean of f(λ), λ being Gamma(2, rate)-distributed. */
function integrateOver(shape: 2, rate: number, f: (value: number) => number): number {
  let sum = 0;
  for (let panel = 0; panel < 12; panel += 1) {
    const width = 4 / rate;
    nodes.forEach((node, place) => {
      const value = (panel + node) * width;
      sum += weights[place]! * width * rate ** shape * value * Math.exp(-rate * value) * f(value);
    });
  }
  return sum;
}

/** The mean of f(p), p being Beta(2, 3)-distributed. */
function betaMean(f: (p: number) => number): number {
  return nodes.reduce((sum, p, place) => sum + weights[place]! * 12 * p * (1 - p) ** 2 * f(p), 0);
}
