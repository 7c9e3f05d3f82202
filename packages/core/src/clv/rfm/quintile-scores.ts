import { midranks } from '../evidence/midranks.ts';

/**
 * Scores from 1 for the least fifth of the values to 5 for the greatest. Equal values have equal scores: they stand in the
 * fifth in which the middle one of them would be, so all have 3 when all are equal.
 *
 * @param values no NaN.
 * @example
 * ```ts
 * quintileScores([10, 20, 30, 40, 50]); // [1, 2, 3, 4, 5]
 * quintileScores([1, 1, 1, 1, 9]); // [2, 2, 2, 2, 5]
 * ```
 */
export function quintileScores(values: ArrayLike<number>): Uint8Array {
  const ranks = midranks(values);
  const scores = new Uint8Array(ranks.length);
  for (let place = 0; place < ranks.length; place += 1) {
    scores[place] = 1 + Math.floor((5 * (ranks[place]! - 0.5)) / ranks.length);
  }
  return scores;
}
