import { checkColumns } from './check-columns.ts';

/**
 * By how much the store's customers together did more or less after a split than before: what “past × scale” multiplies
 * by, of purchases or of spend. Learn it on an earlier split of the calibration, with a holdout as long as the one to be
 * foreseen, never on that one itself.
 *
 * Source: Wübben & von Wangenheim (2008), the heuristic for future purchases; scaled to the store's total.
 *
 * @returns null when nothing was done before.
 * @throws RangeError when the columns differ in length, or hold what is not finite.
 * @example
 * ```ts
 * learnPastScale({ past: [4, 0, 6], future: [3, 0, 2] }); // 0.5
 * ```
 */
export function learnPastScale(columns: {
  readonly past: ArrayLike<number>;
  readonly future: ArrayLike<number>;
}): number | null {
  const { past, future } = columns;
  checkColumns({ past, future });
  let before = 0;
  let after = 0;
  for (let place = 0; place < past.length; place += 1) {
    before += past[place]!;
    after += future[place]!;
  }
  return before > 0 ? after / before : null;
}

/** What each customer will do if all go on in proportion to what they did. */
export function scalePast(past: ArrayLike<number>, scale: number): Float64Array {
  return Float64Array.from(past, (value) => value * scale);
}
