import { expect, test } from 'vitest';
import { formatCount } from './format-count.ts';

test.each([
  [0, '0'],
  [999, '999'],
  [1_000, '1,000'],
  [12_345.6, '12,346'],
  [10_000_000, '10,000,000'],
])('%d is written %s, as in English', (value, written) => {
  expect(formatCount(value)).toBe(written);
  expect(formatCount(value)).toBe(Math.round(value).toLocaleString('en-US'));
});
