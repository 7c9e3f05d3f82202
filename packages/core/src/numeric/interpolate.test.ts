import { expect, test } from 'vitest';
import { interpolate } from './interpolate.ts';

test('a polynomial is found again from as many points as it has coefficients', () => {
  const cubic = (x: number) => 2 - x + 0.5 * x ** 3;
  const places = [-1, 0.5, 2, 4];
  const found = interpolate(places, places.map(cubic));
  for (const x of [-1, 0, 1, 3.5, 4]) expect(found(x)).toBeCloseTo(cubic(x), 12);
});

test('what bends smoothly is met to nine digits by twenty points that lie closer toward the ends', () => {
  const places = Array.from({ length: 20 }, (_, index) => 500 * (1 - Math.cos((Math.PI * index) / 19)));
  const found = interpolate(
    places,
    places.map((x) => Math.log1p(x / 400)),
  );
  for (const x of [1, 33, 512, 999]) expect(Math.abs(found(x) / Math.log1p(x / 400) - 1)).toBeLessThan(1e-9);
});
