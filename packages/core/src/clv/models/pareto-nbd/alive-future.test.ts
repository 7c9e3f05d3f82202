import { expect, test } from 'vitest';
import { createRandom } from '../../../shared/random.ts';
import { newcomer, type PurchaseHistory } from '../../histories/purchase-history.ts';
import { paretoNbd } from './pareto-nbd.ts';

/** CDNOW, in weeks. */
const cdnow = paretoNbd.forecast([0.55328, 10.57768, 0.60624, 11.66873]);
const customers: readonly PurchaseHistory[] = [
  newcomer,
  { frequency: 2, recency: 30.43, age: 38.86 },
  { frequency: 26, recency: 30.86, age: 31 },
  { frequency: 300, recency: 38.86, age: 38.86 },
];

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

test.each(customers)(
  'the probabilities of all counts of $frequency + n make 1, and their mean is what is expected',
  (customer) => {
    for (const duration of [0, 1e-9, 1, 39]) {
      const probabilities = cdnow.transactionProbabilities(customer, duration, 1200);
      expect(sum(probabilities)).toBeCloseTo(1, 12);
      const mean = sum(probabilities.map((each, n) => n * each));
      expect(Math.abs(mean - cdnow.expectedTransactions(customer, duration))).toBeLessThan(1e-11 * (1 + mean));
    }
  },
);

test.each(customers)(
  'no purchase after $frequency is the count 0, and the likelier the shorter the time',
  (customer) => {
    const durations = [0, 1e-6, 0.01, 1, 39, 1e3, 1e6];
    const none = durations.map((duration) => cdnow.probabilityOfNone(customer, duration));
    durations.forEach((duration, index) => {
      expect(none[index]).toBeCloseTo(cdnow.transactionProbabilities(customer, duration, 0)[0]!, 13);
    });
    expect(none).toEqual(none.toSorted((a, b) => b - a));
  },
);

test.each(customers)('simulated futures after $frequency purchases agree with what is foreseen', (customer) => {
  const random = createRandom('futures');
  const size = 2000;
  const futures = Array.from({ length: size }, (_, index) => cdnow.drawPurchases(customer, 39, random.fork(index)));
  expect(futures.every((future) => future.every((at, index) => at > (future[index - 1] ?? 0) && at <= 39))).toBe(true);
  const probabilities = cdnow.transactionProbabilities(customer, 39, 1200);
  const mean = cdnow.expectedTransactions(customer, 39);
  const variance = sum(probabilities.map((each, n) => each * (n - mean) ** 2));
  const drawn = futures.reduce((total, future) => total + future.length, 0) / size;
  expect(Math.abs(drawn - mean)).toBeLessThan(3.5 * Math.sqrt(variance / size));
  const none = cdnow.probabilityOfNone(customer, 39);
  const silent = futures.filter((future) => future.length === 0).length / size;
  expect(Math.abs(silent - none)).toBeLessThan(3.5 * Math.sqrt((none * (1 - none)) / size));
});

test('P(alive) falls by the law of the time of leaving, and of a newcomer it is 1', () => {
  expect(cdnow.probabilityAlive(newcomer, 0)).toBe(1);
  expect(cdnow.probabilityAlive(newcomer, 20)).toBeCloseTo((11.66873 / 31.66873) ** 0.60624, 14);
  const customer = { frequency: 2, recency: 30.43, age: 38.86 };
  expect(cdnow.probabilityAlive(customer, 20) / cdnow.probabilityAlive(customer, 0)).toBeCloseTo(
    ((11.66873 + 38.86) / (11.66873 + 58.86)) ** 0.60624,
    14,
  );
});
