import type { PurchaseHistory } from '../../histories/purchase-history.ts';

/** A history in opportunities to buy: one in each unit of time. */
export interface Opportunities {
  /** x: at how many the customer bought, of `last`. */
  readonly bought: number;
  /** t_x: the last at which they bought, 0 without one. */
  readonly last: number;
  /** n: how many there were. */
  readonly total: number;
}

/**
 * The k-th opportunity is any moment of the k-th unit. Whole numbers stay as they are; a purchase in the middle of a unit is
 * one at its opportunity, what remains of a unit at the end is none, and two purchases at one opportunity are one.
 *
 * @example toOpportunities({ frequency: 2, recency: 3.5, age: 6.2 }) // bought 2, last 4, total 6
 */
export function toOpportunities({ frequency, recency, age }: PurchaseHistory): Opportunities {
  const last = frequency > 0 ? Math.max(1, Math.ceil(recency)) : 0;
  return { bought: Math.min(frequency, last), last, total: Math.max(last, Math.floor(age)) };
}
