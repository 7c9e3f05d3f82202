import { expect, test } from 'vitest';
import { distinctPairs } from './distinct-pairs.ts';
import { distinctValues } from './distinct-values.ts';

test('each row finds its own pair again, and the pairs are counted', () => {
  const frequency = Float64Array.from({ length: 20_000 }, (_, row) => (row * 7) % 13);
  const time = Float64Array.from({ length: 20_000 }, (_, row) => ((row * 31) % 97) / 7);
  const pairs = distinctPairs(frequency, time);
  expect(pairs.size).toBe(13 * 97);
  expect(pairs.count.reduce((sum, count) => sum + count, 0)).toBe(20_000);
  expect(Float64Array.from(pairs.index, (pair) => pairs.frequency[pair]!)).toEqual(frequency);
  expect(Float64Array.from(pairs.index, (pair) => pairs.time[pair]!)).toEqual(time);
});

test('as many different values as rows are all kept apart, also those next to each other', () => {
  const column = Float64Array.from({ length: 5_000 }, (_, row) => 1 + row * Number.EPSILON);
  const { size, values, index } = distinctValues(column);
  expect(size).toBe(5_000);
  expect(Float64Array.from(index, (place) => values[place]!)).toEqual(column);
});

test('nothing below 0 is nought, too', () => {
  expect(distinctValues(Float64Array.of(0, -0, 0)).size).toBe(1);
});

test('of no rows there are no values', () => {
  expect(distinctPairs(new Float64Array(0), new Float64Array(0)).size).toBe(0);
});
