import fc from 'fast-check';
import { expect, test } from 'vitest';
import { midranks } from './midranks.ts';
import { sortedOrder } from './sorted-order.ts';

const values = fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true })), { maxLength: 60 });

test('the sorted order is that of the numbers, and keeps equal ones as they came', () => {
  fc.assert(
    fc.property(values, (values) => {
      // −0 is put before 0, which no comparison can tell.
      const positive = values.map((value) => value + 0);
      const expected = positive
        .map((_, place) => place)
        .toSorted((a, b) => Math.sign(positive[a]! - positive[b]!) || 0);
      expect([...sortedOrder(positive)]).toEqual(expected);
    }),
  );
}, 60_000);

test('a rank is one more than how many values are less, and half of how many others are equal', () => {
  fc.assert(
    fc.property(values, (values) => {
      const expected = values.map(
        (value) =>
          values.filter((other) => other < value).length + (values.filter((other) => other === value).length + 1) / 2,
      );
      expect([...midranks(values)]).toEqual(expected);
    }),
  );
}, 60_000);
