import { expect, test } from 'vitest';
import { newcomer } from '../../histories/purchase-history.ts';
import { mbgNbd } from './mbg-nbd.ts';

/** CDNOW, in weeks. */
const cdnow = mbgNbd.forecast([0.52484, 6.18309, 0.89139, 1.61405]);

test.each([
  [0, 0, 0.389714, 0.153953],
  [1, 1.71, 0.170819, 0.188788],
  [2, 30.43, 0.706125, 1.262669],
  [7, 29.43, 0.622638, 3.166798],
])('after %d purchases, the last at %d of 38.86 weeks, P(alive) is %d and 39 weeks bring %d', (...row) => {
  const [frequency, recency, alive, purchases] = row;
  const history = { frequency, recency, age: 38.86 };
  expect(Math.abs(cdnow.probabilityAlive(history, 0) - alive)).toBeLessThan(1e-5);
  expect(Math.abs(cdnow.expectedTransactions(history, 39) / purchases - 1)).toBeLessThan(3e-5);
});

test('a newcomer may have left already, with the mean of the beta law', () => {
  expect(cdnow.probabilityAlive(newcomer, 0)).toBeCloseTo(1.61405 / (0.89139 + 1.61405), 12);
});

test('who bought once is the less likely to be there, the longer it is ago', () => {
  const alive = [0, 5, 20, 80, 1e4].map((age) => cdnow.probabilityAlive({ frequency: 0, recency: 0, age }, 0));
  expect(alive).toEqual(alive.toSorted((a, b) => b - a));
  expect(alive.at(-1)).toBeLessThan(0.05);
});
