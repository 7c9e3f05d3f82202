import fc from 'fast-check';
import { expect, test } from 'vitest';
import { midranks } from './midranks.ts';
import { sortedOrder } from './sorted-order.ts';

const value = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true }));
const values = fc.array(value, { maxLength: 60 });

test.each([1, 100])(
  'the sorted order is that of the numbers, and keeps equal ones as they came: few, or %d times as many',
  (times) => {
    fc.assert(
      fc.property(values, (few) => {
        // −0 may be put before 0, which no comparison can tell.
        const all = Array.from({ length: times }, () => few.map((value) => value + 0)).flat();
        const expected = all.map((_, place) => place).toSorted((a, b) => Math.sign(all[a]! - all[b]!) || 0);
        expect([...sortedOrder(all)]).toEqual(expected);
      }),
      { numRuns: Math.ceil(100 / times) + 9 },
    );
  },
  60_000,
);

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
