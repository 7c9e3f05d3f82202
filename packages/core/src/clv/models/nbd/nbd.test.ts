import { expect, test } from 'vitest';
import { newcomer } from '../../histories/purchase-history.ts';
import { nbd } from './nbd.ts';

const forecast = nbd.forecast([0.5, 20]);

test('what is expected is the rate believed in, for as long as is asked', () => {
  expect(forecast.expectedTransactions({ frequency: 2, recency: 30, age: 40 }, 12)).toBeCloseTo(0.5, 14);
});

test('nobody leaves', () => {
  expect(forecast.probabilityAlive({ frequency: 9, recency: 1, age: 1e6 }, 1e6)).toBe(1);
});

test('counts follow the negative binomial law: ⅛ of those of shape 1 buy three times or more in as long as α', () => {
  const shares = nbd.forecast([1, 7]).transactionProbabilities(newcomer, 7, 4);
  [1 / 2, 1 / 4, 1 / 8, 1 / 16, 1 / 32].forEach((share, n) => expect(shares[n]).toBeCloseTo(share, 14));
});
