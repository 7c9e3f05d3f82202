/** One customer's purchases, day by day. Only the first `size` entries count: the columns are used again for the next customer. */
export interface PurchaseDays {
  readonly size: number;
  /** Days since 1970-01-01 with at least one purchase, ascending. */
  readonly day: Int32Array;
  /** What was spent on each, refunds taken off. */
  readonly spend: Float64Array;
}

/** Told of every customer with at least one purchase, by ascending index. */
export type PurchaseDaysVisitor = (customerIndex: number, purchases: PurchaseDays) => void;
