import { checkColumns } from '../evidence/check-columns.ts';
import { quintileScores } from './quintile-scores.ts';

/** What is scored, customer by customer. */
export interface RfmColumns {
  /** Day of the last purchase, or any number that grows with it. */
  readonly lastDay: ArrayLike<number>;
  /** Number of purchases. */
  readonly purchases: ArrayLike<number>;
  /** Net amount of all purchases, or of the mean one. */
  readonly spend: ArrayLike<number>;
}

/** From 1, the least fifth of the store's customers, to 5, the best. */
export interface RfmScore {
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
}

/** Scores in columns: row i is a customer. */
export interface RfmScores {
  readonly recency: Uint8Array;
  readonly frequency: Uint8Array;
  readonly monetary: Uint8Array;
}

/**
 * Scores every customer of a store by how lately, how often and for how much they bought, each by fifths of the customers.
 *
 * Source: Hughes (1994), Strategic Database Marketing, the exact quintiles; each dimension by itself, equal values sharing
 * a score, so that a store where most bought once does not tell these apart by chance.
 *
 * @throws RangeError when the columns differ in length, or hold what is not finite.
 * @example
 * ```ts
 * const { histories, lastDay, firstDaySpend } = collected;
 * rfmScores({
 *   lastDay,
 *   purchases: histories.frequency,
 *   spend: firstDaySpend.map((first, row) => first + histories.frequency[row]! * histories.meanSpend[row]!),
 * });
 * ```
 */
export function rfmScores({ lastDay, purchases, spend }: RfmColumns): RfmScores {
  checkColumns({ lastDay, purchases, spend });
  return {
    recency: quintileScores(lastDay),
    frequency: quintileScores(purchases),
    monetary: quintileScores(spend),
  };
}
