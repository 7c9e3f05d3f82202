import { expect, test } from 'vitest';
import { expectedPurchases } from '../beta-geometric/alive-customer.ts';
import { renewalProbability } from './count-renewals.ts';
import { meanPurchases, staysFor } from './staged-future.ts';

test.each([
  ['few beats', { k: 2, stage: 1, shape: 5.3, rate: 20, a: 0.4, b: 4 }, 52],
  ['nearly no beats', { k: 3, stage: 0, shape: 2, rate: 1e6, a: 0.4, b: 4 }, 1],
  ['many beats', { k: 3, stage: 2, shape: 8_000, rate: 365, a: 0.7, b: 2_000 }, 365],
  ['too many beats to be added up', { k: 8, stage: 7, shape: 26, rate: 0.5, a: 0.4, b: 4 }, 365],
  ['as many, of a shape below 1', { k: 1, stage: 0, shape: 0.3, rate: 1, a: 1, b: 1 }, 1_000],
  ['as many, of a very frequent customer', { k: 2, stage: 0, shape: 300, rate: 1, a: 0.1, b: 50 }, 100],
] as const)('%s: means and P(alive) are sums over all counts of purchases', (_, customer, duration) => {
  const { a, b, shape, rate, k } = customer;
  let [mean, stays, occasions, survives] = [0, 0, 0, 1];
  for (let count = 0; count < 60_000; count += 1) {
    const probability = renewalProbability(customer, duration, count);
    mean += probability * occasions;
    stays += probability * survives;
    if (k * count > (shape * duration) / rate && count > 3 && probability < 1e-20) break;
    occasions += survives;
    survives *= (b + count) / (a + b + count);
  }
  expect(meanPurchases(customer, duration) / mean).toBeCloseTo(1, 11);
  expect(staysFor(customer, duration) / stays).toBeCloseTo(1, 11);
});

test.each([1e-8, 1e-4, 0.24])(
  'at k = 1, and r = %d, it is the future of MBG/NBD, also where hardly anybody buys',
  (r) => {
    for (const [alpha, t] of [
      [0.1, 1],
      [1e3, 1e-3],
      [1e-3, 1e4],
    ] as const) {
      for (const [a, b] of [
        [1e-8, 1e6],
        [0.8, 2.4],
        [5, 100],
      ] as const) {
        const mean = meanPurchases({ k: 1, stage: 0, shape: r, rate: alpha, a, b }, t);
        expect(Math.abs(mean / expectedPurchases({ r, alpha, a, b }, t) - 1)).toBeLessThan(1e-11);
      }
    }
  },
);

test.each([1e20, 1e30, 1e34, 1e300])(
  'where the counts hardly spread about a mean of some %d, it stands for all of them',
  (r) => {
    for (const k of [1, 2, 3]) {
      // At a = b = 1, of n occasions Σ 2/(i+2) are seen, i < n, and the last is outlived with probability 2/(n+2).
      const customer = { k, stage: 0, shape: r, rate: 1, a: 1, b: 2 };
      const n = (10 * r) / k;
      expect(meanPurchases(customer, 10) / (2 * (Math.log(n) + 0.5772156649015329 - 1))).toBeCloseTo(1, 12);
      expect((staysFor(customer, 10) * n) / 2).toBeCloseTo(1, 12);
    }
  },
);

test('what stands for counts that hardly spread agrees with their sum', () => {
  const at = (r: number) => meanPurchases({ k: 2, stage: 0, shape: r, rate: 1, a: 1, b: 2 }, 10);
  expect((at(1.2e15) - at(1e15)) / (2 * Math.log(1.2))).toBeCloseTo(1, 6);
});
