import { expect, test } from 'vitest';
import { bgNbdStress } from '../../../../test-support/golden/bg-nbd-stress.ts';
import { newcomer } from '../../histories/purchase-history.ts';
import { bgNbd } from './bg-nbd.ts';

/** CDNOW, in weeks; the maximum of the likelihood to more digits than the paper prints. */
const cdnow = bgNbd.forecast([0.2425945, 4.4136016, 0.7929202, 2.4258998]);
const regular = { frequency: 2, recency: 30.43, age: 38.86 };

test('of the customer of Hardie’s spreadsheet 1.2259 purchases are expected in 39 weeks, at P(alive) .72661', () => {
  expect(cdnow.expectedTransactions(regular, 39)).toBeCloseTo(1.2259, 4);
  expect(cdnow.probabilityAlive(regular, 0)).toBeCloseTo(0.72661, 5);
});

test.each([
  [0.1429, 0.0078],
  [1, 0.0532],
  [3, 0.1506],
  [31.857, 1.0405],
  [32, 1.0437],
  [78, 1.8579],
])('of a newcomer it expects in %d weeks as many purchases as the spreadsheet: %d', (weeks, purchases) => {
  expect(cdnow.expectedTransactions(newcomer, weeks)).toBeCloseTo(purchases, 3);
});

test('a newcomer is expected to buy 1.44401 times in a year, and not at all in 39 weeks with .57430', () => {
  expect(cdnow.expectedTransactions(newcomer, 52)).toBeCloseTo(1.44401, 4);
  expect(cdnow.probabilityOfNone(newcomer, 39)).toBeCloseTo(0.5743, 4);
  expect(cdnow.transactionProbabilities(newcomer, 39, 3)[0]).toBeCloseTo(0.5743, 4);
});

test.each([
  [0, 0, 1, 0.194782],
  [1, 1.71, 0.212227, 0.20325],
  [2, 30.43, 0.726609, 1.225911],
  [7, 29.43, 0.641801, 3.33724],
])('after %d purchases, the last at %d of 38.86 weeks, P(alive) is %d and 39 weeks bring %d', (...row) => {
  const [frequency, recency, alive, purchases] = row;
  const history = { frequency, recency, age: 38.86 };
  expect(Math.abs(cdnow.probabilityAlive(history, 0) - alive)).toBeLessThan(1e-5);
  expect(Math.abs(cdnow.expectedTransactions(history, 39) / purchases - 1)).toBeLessThan(3e-5);
});

test('someone who buys as the vignette of BTYD says is expected to buy 25.7582 times more', () => {
  const forecast = bgNbd.forecast([0.243, 4.414, 0.793, 2.426]);
  const history = { frequency: 26, recency: 30.86, age: 31 };
  expect(forecast.expectedTransactions(history, 52)).toBeCloseTo(25.7582, 4);
  expect(forecast.probabilityAlive(history, 0)).toBeCloseTo(0.968916, 5);
});

test('probabilities of counts are those of lifetimes’ table', () => {
  const forecast = bgNbd.forecast([0.243, 4.414, 0.793, 2.426]);
  const table = forecast.transactionProbabilities(newcomer, 30, 20);
  [0.0019995214, 0.001517023, 0.001163315].forEach((value, place) => expect(table[11 + place]).toBeCloseTo(value, 8));
  expect(table[20]).toBeCloseTo(0.000222226, 10);
  expect(forecast.transactionProbabilities(newcomer, 2, 10)[10]! / 1.07869e-7).toBeCloseTo(1, 5);
});

test.each(bgNbdStress)('with %j, after %j, in %d, the expectation is right to 1e-12', (...point) => {
  const [parameters, [frequency = 0, recency = 0, age = 0], horizon, truth] = point;
  const forecast = bgNbd.forecast(parameters);
  const history = { frequency, recency, age };
  const value = forecast.expectedTransactions(history, horizon);
  if (truth !== null) expect(Math.abs(value / truth - 1)).toBeLessThan(1e-12);
  else {
    // A pole of the formula: the expectation goes through it smoothly.
    const [r, alpha, a, b] = parameters as [number, number, number, number];
    const beside = [1 - 1e-6, 1 + 1e-6].map((factor) =>
      bgNbd.forecast([r, alpha, a * factor, b]).expectedTransactions(history, horizon),
    );
    expect(value).toBeCloseTo((beside[0]! + beside[1]!) / 2, 9);
    expect(beside[0]).toBeGreaterThan(value);
    expect(beside[1]).toBeLessThan(value);
  }
});
