import { createRandom } from '@regulars/core/shared';
import { expect, test } from 'vitest';
import { chiSquareLimit, chiSquareScore } from '../../test-support/chi-square.ts';
import { drawMany } from '../../test-support/samples.ts';
import { choose, pick } from './choose.ts';

test('a choice is as likely as its weight, and one of weight nought is never made', () => {
  const weights = [
    ['a', 5],
    ['b', 0],
    ['c', 3],
    ['d', 2],
  ] as const;
  const sample = drawMany(10_000, (random) => choose(random, weights));
  const seen = (letter: string) => sample.filter((choice) => choice === letter).length;
  expect(seen('b')).toBe(0);
  const cells = [
    { observed: seen('a'), expected: 5_000 },
    { observed: seen('c'), expected: 3_000 },
    { observed: seen('d'), expected: 2_000 },
  ];
  expect(chiSquareScore(cells)).toBeLessThan(chiSquareLimit);
});

test('nothing can be chosen from nothing', () => {
  expect(() => pick(createRandom(1), [])).toThrow(RangeError);
  expect(() => choose(createRandom(1), [])).toThrow(RangeError);
});
