/** One kind of outcome: how often it was seen, and how often it should have been. */
export interface Cell {
  readonly observed: number;
  readonly expected: number;
}

/**
 * How far counts lie from what a law expects, as a number that is standard normal when they follow it (Wilson and
 * Hilferty, 1931). Above 3.1 once in a thousand times.
 *
 * @throws RangeError when a cell expects fewer than five: such cells belong together.
 */
export function chiSquareScore(cells: readonly Cell[], fitted = 1): number {
  const thin = cells.find(({ expected }) => expected < 5);
  if (thin !== undefined) throw new RangeError(`A cell expects only ${thin.expected}.`);
  const statistic = cells.reduce((sum, { observed, expected }) => sum + (observed - expected) ** 2 / expected, 0);
  const freedom = cells.length - fitted;
  const spread = 2 / (9 * freedom);
  return (Math.cbrt(statistic / freedom) - (1 - spread)) / Math.sqrt(spread);
}

/** Exceeded once in a thousand times by counts that do follow the law. */
export const chiSquareLimit = 3.1;

/** Cells of whole numbers 0, 1, 2 … by their law; from `last` on they are taken together. */
export function countCells(sample: readonly number[], law: (value: number) => number, last: number): readonly Cell[] {
  const cells = Array.from({ length: last }, (_, value) => ({
    observed: sample.filter((seen) => seen === value).length,
    expected: sample.length * law(value),
  }));
  const below = cells.reduce((sum, { expected }) => sum + expected, 0);
  return [...cells, { observed: sample.filter((seen) => seen >= last).length, expected: sample.length - below }];
}
