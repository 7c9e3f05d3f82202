import fc from 'fast-check';
import type { PurchaseHistories } from '../../src/clv/histories/purchase-histories.ts';
import { historiesOf } from './histories-of.ts';

const share = fc.oneof(
  fc.constantFrom(0, 1, 1 - 2 ** -53, 1e-12),
  fc.integer({ min: 1, max: 99 }).map((hundredths) => hundredths / 100),
);
const frequency = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(0, 0, 0, 1, 1, 2) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 60 }) },
  { weight: 1, arbitrary: fc.constantFrom(1_000, 1_000_000) },
);
const amount = fc.oneof(
  fc.constantFrom(0, 1, 19.99, 19.99, 1e-6, 1e9),
  fc.integer({ min: 1, max: 1_000_000 }).map((cents) => cents / 100),
);

/** Stores as bad as they come: of one customer, of nobody who returns, of a million purchases, of no time at all. */
export const adversarialHistories: fc.Arbitrary<PurchaseHistories> = fc
  .record({
    scale: fc.constantFrom(1e-6, 1 / 7, 1, 52, 1e5),
    rows: fc.oneof(
      { weight: 3, arbitrary: rowsOf(frequency, amount) },
      { weight: 1, arbitrary: rowsOf(fc.constant(0), amount) },
      { weight: 1, arbitrary: rowsOf(fc.constant(1), fc.constant(25)) },
      { weight: 1, arbitrary: rowsOf(frequency, fc.constant(0)) },
    ),
    copies: fc.constantFrom(1, 1, 1, 40),
  })
  .map(({ scale, rows, copies }) =>
    historiesOf(
      Array.from({ length: copies }, () => rows)
        .flat()
        .map(([x, last, age, spent]) => {
          const watched = age * scale;
          return [x, x === 0 ? 0 : watched * last, watched, x === 0 ? 0 : spent] as const;
        }),
    ),
  );

function rowsOf(x: fc.Arbitrary<number>, spent: fc.Arbitrary<number>) {
  const age = fc.oneof(
    fc.constantFrom(0, 1, 39),
    fc.integer({ min: 1, max: 7_000 }).map((hundredths) => hundredths / 100),
  );
  return fc.array(fc.tuple(x, share, age, spent), { minLength: 1, maxLength: 12 });
}
