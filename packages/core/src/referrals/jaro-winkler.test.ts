import { expect, it } from 'vitest';
import { jaroWinkler } from './jaro-winkler.ts';

it.each([
  ['martha', 'marhta', 0.9611],
  ['dwayne', 'duane', 0.84],
  ['dixon', 'dicksonx', 0.8133],
  ['same', 'same', 1],
  ['abc', 'xyz', 0],
  ['', 'abc', 0],
])('%s and %s are alike by %d, as published', (first, second, similarity) => {
  expect(jaroWinkler(first, second)).toBeCloseTo(similarity, 4);
});

it('does not depend on the order of the two', () => {
  expect(jaroWinkler('anna.smith', 'ana.smit')).toBe(jaroWinkler('ana.smit', 'anna.smith'));
});
