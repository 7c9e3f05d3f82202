/**
 * What a model of purchases has to know of one customer: the papers' x, t_x and T. Times count from the first purchase,
 * in the unit of the model.
 *
 * Source: Fader, Hardie & Lee (2005), "Counting Your Customers the Easy Way", Marketing Science 24(2), §3.
 */
export interface PurchaseHistory {
  /** x: purchases after the first; several on one day are one. A whole number ≥ 0. */
  readonly frequency: number;
  /** t_x: when the last of them was, 0 without one. 0 ≤ recency ≤ age. */
  readonly recency: number;
  /** T: how long the customer has been watched. ≥ 0. */
  readonly age: number;
}

/** A customer who has just made their first purchase; for the models, also one not yet seen. */
export const newcomer: PurchaseHistory = { frequency: 0, recency: 0, age: 0 };
